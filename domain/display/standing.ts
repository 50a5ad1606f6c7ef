import type { Plan } from '../plan/plan.ts';
import { planChanges } from '../plan/plan-changes.ts';
import { type Desired, desiredByDirector } from './desired-of.ts';
import { type DirectorHead, type DirectorState, unknownAfter } from './director-state.ts';
import { newestApply } from './newest-apply.ts';
import type { ClusterRecord, DirectorRecord } from './records.ts';

/** A director set against its definition, worked out once for all that a view shows of it. */
export interface Standing {
  /** Milliseconds since 1970 on the console's clock. */
  readonly at: number;
  readonly record: DirectorRecord;
  readonly desired: Desired;
  /** Whether its numbers may be shown as now: an observation younger than `unknownAfter`. */
  readonly known: boolean;
  /**
   * How far the newest intent is on its way; null when it is applied and an observation from after that has come.
   *
   * Until then a difference between kernel and definition is work in progress and not drift.
   */
  readonly pending: 'requested' | 'sent' | null;
  /** What planning again would do; no steps when the kernel agrees, null when the kernel is not known. */
  readonly plan: Plan | null;
  readonly head: DirectorHead;
}

/** How each director of a cluster stands at `at` (milliseconds since 1970 on the console's clock). */
export function standings(cluster: ClusterRecord, at: number): Standing[] {
  const desiredOf = desiredByDirector(cluster);
  return cluster.directors.map((record) => standingOf(desiredOf(record), record, at));
}

/** How one director stands, by a desired table that is already worked out. */
export function standingOf(desired: Desired, record: DirectorRecord, at: number): Standing {
  const { layout, latest } = record.history;
  const known = latest !== null && at - latest.receivedAt <= unknownAfter;
  const plan =
    layout && known
      ? planChanges(
          desired.table,
          { services: layout.services, settings: record.facts },
          record.owned,
          desired.takeOver,
        )
      : null;
  const pending = pendingOf(record);
  const state = stateOf(record, desired, known, pending, plan);
  return { at, record, desired, known, pending, plan, head: headOf(record, state) };
}

function pendingOf(record: DirectorRecord): Standing['pending'] {
  if (record.held < record.wanted) return 'requested';
  if (record.applied < record.wanted) return 'sent';
  const endedAt = newestApply(record)?.endedAt ?? null;
  const { latest } = record.history;
  // The end of an apply is told before the table that came of it.
  return endedAt !== null && latest !== null && latest.receivedAt <= endedAt ? 'sent' : null;
}

function headOf(record: DirectorRecord, state: DirectorState): DirectorHead {
  return {
    name: record.name,
    cluster: record.cluster,
    state,
    simulated: record.simulated,
    connected: record.connected,
    receivedAt: record.history.latest?.receivedAt ?? null,
    generation: { wanted: record.wanted, held: record.held },
  };
}

function stateOf(
  record: DirectorRecord,
  { heldBack }: Desired,
  known: boolean,
  pending: Standing['pending'],
  plan: Plan | null,
): DirectorState {
  if (record.lastSeen === null) return 'never-seen';
  if (!record.connected || !known) return 'unreachable';
  const newest = newestApply(record);
  if (newest?.phase === 'failed' || newest?.phase === 'refused' || record.refusal) return 'failed';
  if (pending) return pending === 'requested' ? 'behind' : 'applying';
  if (plan && plan.steps.length > 0) return 'drifted';
  return heldBack ? 'waiting' : 'in-step';
}
