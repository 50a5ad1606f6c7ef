import type { AuditAction } from '../../domain/audit/audit-row.ts';
import { next } from '../../domain/release/next.ts';
import type { ReleaseEvent } from '../../domain/release/release-event.ts';
import type { ReleaseState } from '../../domain/release/release-state.ts';
import type { Actor } from '../audit/actor.ts';
import type { Entry } from '../audit/entry.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import { keptEntries, type LiveRelease } from './live-release.ts';
import { addEvent } from './store.ts';

/**
 * Tells a cluster's release of an event; false where it says nothing to it.
 *
 * The event, the state that it leads to and its audit rows are written in one transaction. What is to be done about the
 * new state is done later, and again after a restart. To be called in the cluster's turn.
 */
export async function tell(
  parts: ConsoleParts,
  cluster: LiveCluster,
  release: LiveRelease,
  actor: Actor,
  event: ReleaseEvent,
): Promise<boolean> {
  const at = parts.now();
  const { plan, state: before, seq } = release;
  const state = next(plan, before, event, at);
  if (state === before) return false;
  const entry = { seq: seq + 1, at, event };
  await recorded(parts.db, at, actor, async (tx) => {
    await addEvent(tx, plan.id, entry, state);
    return { value: undefined, entries: entriesOf(cluster, release, event, state) };
  });
  cluster.release = { ...release, state, seq: entry.seq, entries: [...release.entries, entry].slice(-keptEntries) };
  parts.hub.touch();
  return true;
}

const actions: Record<ReleaseEvent['kind'], AuditAction> = {
  continue: 'release.continue',
  resume: 'release.resume',
  retry: 'release.retry',
  skip: 'release.skip',
  'roll-back': 'release.roll-back',
  halt: 'release.halt',
  begin: 'release.wave',
  waits: 'release.step',
  cut: 'release.step',
  out: 'release.step',
  drained: 'release.step',
  verified: 'release.step',
  returned: 'release.step',
  watched: 'release.step',
  gone: 'release.step',
};

function entriesOf(
  cluster: LiveCluster,
  { plan, state: before }: LiveRelease,
  event: ReleaseEvent,
  after: ReleaseState,
): [Entry, ...Entry[]] {
  const about = { cluster: cluster.name, resource: plan.id, release: plan.id };
  const reason =
    'reason' in event ? event.reason : event.kind === 'halt' && event.halt.kind === 'person' ? event.halt.reason : null;
  const failed = event.kind === 'halt' && event.halt.kind !== 'person';
  const told: Entry = {
    ...about,
    action: actions[event.kind],
    reason,
    before: standOf(before),
    after: { ...standOf(after), event },
    outcome: failed ? 'failed' : 'done',
  };
  if (after.endedAt === null) return [told];
  return [told, { ...about, action: 'release.end', after: { status: after.status } }];
}

/** Waves are counted from 1 where people read. */
const standOf = ({ status, wave, step }: ReleaseState) => ({ status, wave: wave + 1, step });
