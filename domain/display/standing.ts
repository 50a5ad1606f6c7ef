import { realServerNamer } from '../definition/real-server.ts';
import { type DesiredService, type DesiredTable, desiredTable } from '../desired/desired-table.ts';
import type { Address } from '../lvs/address.ts';
import { type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import type { Plan } from '../plan/plan.ts';
import { planChanges } from '../plan/plan-changes.ts';
import { type DirectorHead, type DirectorState, unknownAfter } from './director-state.ts';
import type { ClusterRecord, DirectorRecord } from './records.ts';

/** A director set against its definition, worked out once for all that a view shows of it. */
export interface Standing {
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

/** A desired table with its look-ups, shared by all directors of a cluster. */
export interface Desired {
  readonly table: DesiredTable;
  readonly byKey: ReadonlyMap<ServiceKeyText, DesiredService>;
  readonly realServerOf: (address: Address) => string;
}

export function desiredOf(cluster: ClusterRecord): Desired {
  const table = desiredTable(cluster.definition, cluster.overlays);
  return {
    table,
    byKey: new Map(table.services.map((service) => [serviceKeyText(service.key), service])),
    realServerOf: realServerNamer(cluster.definition),
  };
}

/** How each director of a cluster stands at `at` (milliseconds since 1970 on the console's clock). */
export function standings(cluster: ClusterRecord, at: number): Standing[] {
  const desired = desiredOf(cluster);
  return cluster.directors.map((record) => standingOf(cluster, desired, record, at));
}

/** How one director stands, by a desired table that is already worked out. */
export function standingOf(cluster: ClusterRecord, desired: Desired, record: DirectorRecord, at: number): Standing {
  const { layout, latest } = record.history;
  const known = latest !== null && at - latest.receivedAt <= unknownAfter;
  const plan =
    layout && known
      ? planChanges(
          desired.table,
          { services: layout.services, settings: record.facts },
          record.owned,
          cluster.takeOver,
        )
      : null;
  const pending = pendingOf(record);
  return { record, desired, known, pending, plan, head: headOf(record, known, pending, plan) };
}

function pendingOf(record: DirectorRecord): Standing['pending'] {
  if (record.held < record.wanted) return 'requested';
  if (record.applied < record.wanted) return 'sent';
  const endedAt = record.applies[0]?.endedAt ?? null;
  const { latest } = record.history;
  // The end of an apply is told before the table that came of it.
  return endedAt !== null && latest !== null && latest.receivedAt <= endedAt ? 'sent' : null;
}

function headOf(record: DirectorRecord, known: boolean, pending: Standing['pending'], plan: Plan | null): DirectorHead {
  return {
    name: record.name,
    cluster: record.cluster,
    state: stateOf(record, known, pending, plan),
    simulated: record.simulated,
    connected: record.connected,
    receivedAt: record.history.latest?.receivedAt ?? null,
    generation: { wanted: record.wanted, held: record.held },
  };
}

function stateOf(
  record: DirectorRecord,
  known: boolean,
  pending: Standing['pending'],
  plan: Plan | null,
): DirectorState {
  if (record.lastSeen === null) return 'never-seen';
  if (!record.connected || !known) return 'unreachable';
  const newest = record.applies[0];
  if (newest?.phase === 'failed' || newest?.phase === 'refused' || record.refusal) return 'failed';
  if (pending) return pending === 'requested' ? 'behind' : 'applying';
  return plan && plan.steps.length > 0 ? 'drifted' : 'in-step';
}
