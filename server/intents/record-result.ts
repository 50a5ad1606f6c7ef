import type { ApplyProgress } from '../../domain/display/views.ts';
import type { AgentMessage } from '../../domain/wire/messages.ts';
import { agentActor } from '../audit/actor.ts';
import { recorded } from '../audit/recorded.ts';
import type { Entry } from '../audit/store.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Place } from '../live/fleet.ts';
import { putResult } from './store.ts';

type Applied = Extract<AgentMessage, { type: 'applied' }>;
type Refused = Extract<AgentMessage, { type: 'refused' }>;

/** Keeps the end of an apply: its steps, its read-back, and what it means for the director. */
export async function recordApplied(
  parts: ConsoleParts,
  place: Place,
  message: Applied,
  source: string,
): Promise<void> {
  const { director } = place;
  const { generation, outcome, total, readBack, foreign, took } = message;
  const detail = foreign.length > 0 ? `left alone, not Shoal’s: ${foreign.join(', ')}` : null;
  const ended = { phase: outcome, total, readBack, detail, endedAt: parts.now() } as const;
  const apply = director.progress(generation, ended);
  if (!apply) {
    parts.log.warn({ director: director.name, generation }, 'a director applied an intent that the console has not');
    return;
  }
  director.held = generation;
  if (outcome === 'applied') {
    director.applied = Math.max(director.applied, generation);
    director.refusal = null;
  }
  const failed = apply.steps.find((step) => step.outcome === 'failed');
  const after = { total, failed: message.failed, readBack, took, foreign: foreign.length, step: failed ?? null };
  await keep(parts, place, apply, source, took, {
    action: outcome === 'applied' ? 'intent.applied' : 'intent.failed',
    outcome: outcome === 'applied' ? 'done' : 'failed',
    after,
  });
}

/** Keeps that an agent would not take an intent, and why. */
export async function recordRefused(
  parts: ConsoleParts,
  place: Place,
  message: Refused,
  source: string,
): Promise<void> {
  const { director } = place;
  const { code, detail, generation } = message;
  director.refusal = { code, detail };
  const ended = { phase: 'refused', detail: `${code}: ${detail}`, endedAt: parts.now() } as const;
  const apply = generation === null ? null : director.progress(generation, ended);
  await keep(parts, place, apply, source, null, {
    action: 'intent.refused',
    outcome: 'failed',
    after: { code, detail },
  });
}

async function keep(
  parts: ConsoleParts,
  { cluster, director }: Place,
  apply: ApplyProgress | null,
  source: string,
  took: number | null,
  entry: Entry,
): Promise<void> {
  parts.hub.touch();
  await recorded(parts.db, parts.now(), agentActor(director.name, source), async (tx) => {
    if (apply) await putResult(tx, director.id, apply, took);
    const { name } = director;
    const about = { cluster: cluster.name, director: name, resource: name, generation: apply?.generation ?? null };
    return { value: undefined, entries: [{ ...entry, ...about }] };
  });
}
