import type { DesiredDestination } from '../desired/desired-table.ts';
import type { DestinationKeyText } from '../lvs/destination-key.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import type { Destination } from '../lvs/table.ts';
import { slopeOf } from '../observation/slope-of.ts';
import { type DrainMode, type DrainOverlay, drainModes, isDrain } from '../overlay/overlay.ts';
import type { DestinationRow } from './destination-row.ts';
import type { DrainPhase, DrainProgress } from './drain-progress.ts';
import type { Standing } from './standing.ts';

interface Drained {
  readonly service: ServiceKeyText;
  readonly key: DestinationKeyText;
  readonly wanted: DesiredDestination;
  readonly kernel: Destination | undefined;
  readonly now: Pick<DestinationRow, 'activeConn' | 'persistConn'>;
}

/**
 * How far the drains of a destination are on one director; null when no drain lies over it.
 *
 * Templates count as long as they can bring a client: not where the director ends those of destinations without weight
 * (`ip_vs_check_template` of ip_vs_conn.c), although PersistConn has them until their time is over.
 */
export function drainProgressOf(standing: Standing, drained: Drained): DrainProgress | null {
  const drains = drained.wanted.outBy.filter(isDrain);
  const [oldest] = drains.toSorted((a, b) => a.since - b.since);
  if (!oldest) return null;
  const { record, at } = standing;
  const ending = earliestOf(drains);
  const deadline = ending?.deadline ?? null;
  const ignoresPersistence = drains.every((drain) => drain.ignoresPersistence);
  const quietTemplates = ignoresPersistence || record.facts?.sysctls.expire_quiescent_template === 1;
  const { activeConn, persistConn } = drained.now;
  const left = activeConn === null || persistConn === null ? null : activeConn + (quietTemplates ? 0 : persistConn);
  const reached = phaseOf(standing, drained, left);
  const phase = reached === 'draining' && deadline !== null && at > deadline ? 'past-deadline' : reached;
  const isFalling = phase === 'draining' || phase === 'past-deadline';
  const perMinute = isFalling ? slopeOf(pointsOf(standing, drained, quietTemplates)) : null;
  return {
    ...{ phase, mode: mostForceful(drains), activeConn, persistConn },
    perMinute: perMinute === null ? null : Math.round(perMinute * 10) / 10,
    etaSeconds: etaOf(left, perMinute),
    ...{ since: oldest.since, deadline, atDeadline: (ending ?? oldest).atDeadline, ignoresPersistence },
    ids: drains.map(({ id }) => id),
    reasons: [...new Set(drains.map(({ reason }) => reason))],
  };
}

function phaseOf(standing: Standing, { wanted, kernel }: Drained, left: number | null): DrainPhase {
  const { known, pending, record } = standing;
  if (!known) return 'unknown';
  const isCut = wanted.outBy.some((overlay) => isDrain(overlay) && overlay.mode === 'cut');
  if (isCut ? kernel : kernel && kernel.weight > 0) return pending ?? 'sent';
  if (!kernel) return isCut || !pending ? 'drained' : pending;
  const { layout, latest } = record.history;
  if (left === null || latest?.table !== layout) return 'confirmed';
  return left > 0 ? 'draining' : 'drained';
}

const pointsOf = ({ record }: Standing, { service, key }: Drained, quietTemplates: boolean) =>
  record.memory.drains.of(service, key).map(({ at, activeConn, persistConn }) => ({
    at,
    value: activeConn + (quietTemplates ? 0 : persistConn),
  }));

/** Seconds until nothing is left at that slope; null when it doesn't fall. */
export const etaOf = (left: number | null, perMinute: number | null): number | null =>
  left === null || left === 0 || perMinute === null || perMinute >= 0 ? null : Math.ceil((left / -perMinute) * 60);

const earliestOf = (drains: readonly DrainOverlay[]): DrainOverlay | null =>
  drains.reduce<DrainOverlay | null>(
    (first, drain) => (drain.deadline !== null && drain.deadline < (first?.deadline ?? Infinity) ? drain : first),
    null,
  );

const mostForceful = (drains: readonly DrainOverlay[]): DrainMode =>
  drainModes.findLast((mode) => drains.some((drain) => drain.mode === mode)) ?? 'wait';
