import { ok, type Result } from '../../domain/result.ts';
import type { AgentMessage } from '../../domain/wire/messages.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { recordRepairs } from '../drift/record-repairs.ts';
import { takeHealth } from '../health/take-health.ts';
import { recordApplied, recordRefused } from '../intents/record-result.ts';
import { stepsAfter } from '../intents/steps-after.ts';
import type { Place } from '../live/fleet.ts';
import { takeTable } from './take-table.ts';

type Told = Exclude<AgentMessage, { type: 'enrol' | 'hello' }>;
type Told_<T extends Told['type']> = Extract<Told, { type: T }>;

/** Takes what a recognised director tells into memory and, where it matters later, into the database. */
export async function takeMessage(
  parts: ConsoleParts,
  place: Place,
  message: Told,
  tableNumber: number | null,
  source: string,
): Promise<Result<void>> {
  const { director } = place;
  director.lastSeen = parts.now();
  switch (message.type) {
    case 'table':
      await takeTable(parts, place, message, source);
      return ok(undefined);
    case 'sample':
      // Numbers of a table that isn't the newest any more: one in flight while the table changed.
      if (message.tableNumber !== tableNumber) return ok(undefined);
      director.linkTrouble = null;
      parts.hub.touchSoon();
      return takeSample(parts, place, message);
    case 'health':
      takeHealth(director, message, parts.now());
      parts.hub.touchSoon();
      return ok(undefined);
    case 'steps': {
      const { generation, total, results } = message;
      const steps = stepsAfter(director.applyOf(generation)?.steps ?? [], results);
      if (director.progress(generation, { phase: 'applying', total, steps })) director.held = generation;
      parts.hub.touch();
      return ok(undefined);
    }
    case 'applied':
      await recordApplied(parts, place, message, source);
      return ok(undefined);
    case 'repaired':
      director.repairs.take(message);
      await recordRepairs(parts, place);
      return ok(undefined);
    case 'connections':
      parts.looks.answered(director.id, message);
      return ok(undefined);
    case 'witnessed':
      parts.audit.witnesses.witnessed(director, message.seq);
      return ok(undefined);
    case 'witness':
      parts.audit.witnesses.answered(director, message.request, message.checkpoints);
      return ok(undefined);
    case 'refused':
      await recordRefused(parts, place, message, source);
      return ok(undefined);
    case 'trouble':
      director.agentTrouble = message.detail;
      parts.hub.touch();
      return ok(undefined);
  }
}

function takeSample({ history, now }: ConsoleParts, { director }: Place, sample: Told_<'sample'>): Result<void> {
  const pushed = director.history.pushSample(sample.kernelTime, now(), sample.numbers);
  if (!pushed.ok) return pushed;
  history.take(director.id, pushed.value);
  return ok(undefined);
}
