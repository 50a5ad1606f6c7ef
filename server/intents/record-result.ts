import type { ApplyProgress } from '../../domain/display/views.ts';
import type { AgentMessage } from '../../domain/wire/messages.ts';
import { agentActor } from '../audit/actor.ts';
import type { Entry } from '../audit/entry.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Place } from '../live/fleet.ts';
import { settleRollout } from '../rollout/settle-rollout.ts';
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
  const { director, cluster } = place;
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
    director.hasApplied(generation);
    director.refusal = null;
  }
  const failed = apply.steps.find((step) => step.outcome === 'failed');
  const after = { total, failed: message.failed, readBack, took, foreign: foreign.length, step: failed ?? null };
  await keep(parts, place, apply, source, took, {
    action: outcome === 'applied' ? 'intent.applied' : 'intent.failed',
    outcome: outcome === 'applied' ? 'done' : 'failed',
    after,
  });
  await settleRollout(parts, cluster);
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
  await settleRollout(parts, place.cluster);
}

async function keep(
  parts: ConsoleParts,
  { cluster, director }: Place,
  apply: ApplyProgress | null,
  source: string,
  took: number | null,
  entry: Entry,
): Promise<void> {
  // An older intent that it never took up won't be heard of again.
  if (apply) director.supersede(apply.generation, ['requested', 'sent', 'applying'], parts.now());
  parts.hub.touch();
  await recorded(parts.db, parts.now(), agentActor(director.name, source), async (tx) => {
    if (apply) {
      const revision = director.sent?.generation === apply.generation ? director.sent.revision : null;
      await putResult(tx, director.id, apply, { took, revision });
    }
    const { name } = director;
    const about = { cluster: cluster.name, director: name, resource: name, generation: apply?.generation ?? null };
    return { value: undefined, entries: [{ ...entry, ...about }] };
  });
}
