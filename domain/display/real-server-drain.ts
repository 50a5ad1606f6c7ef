import { drainModes } from '../overlay/overlay.ts';
import { sumKnown } from './destination-rows.ts';
import type { DrainPhase, DrainProgress, ReturnProgress } from './drain-progress.ts';
import type { RealServerPlace } from './views.ts';

/** What is least far comes first: a real server is as far as the slowest of its places. */
const slowest: readonly DrainPhase[] = [
  'unknown',
  'requested',
  'sent',
  'confirmed',
  'past-deadline',
  'draining',
  'drained',
];

/**
 * How far the drain of a real server is, over all places where one lies over it; null where none does.
 *
 * `everywhere` decides how far it is; numbers are those of `counted`, the places on one director, as pairs are never
 * added up.
 */
export function drainOfRealServer(
  everywhere: readonly RealServerPlace[],
  counted: readonly RealServerPlace[],
): DrainProgress | null {
  const all = everywhere.flatMap(({ row }) => row.drain ?? []);
  const [first] = all.toSorted((a, b) => a.since - b.since);
  if (!first) return null;
  const here = counted.flatMap(({ row }) => row.drain ?? []);
  const ending = all
    .filter(({ deadline }) => deadline !== null)
    .sort((a, b) => (a.deadline ?? 0) - (b.deadline ?? 0))[0];
  const activeConn = sumKnown(here.map((drain) => drain.activeConn));
  const persistConn = sumKnown(here.map((drain) => drain.persistConn));
  const perMinute = sumKnown(here.map((drain) => drain.perMinute));
  const etas = here.filter(({ phase }) => phase !== 'drained').map(({ etaSeconds }) => etaSeconds);
  return {
    phase: slowest.find((phase) => all.some((drain) => drain.phase === phase)) ?? 'unknown',
    mode: drainModes.findLast((mode) => all.some((drain) => drain.mode === mode)) ?? 'wait',
    ...{ activeConn, persistConn, perMinute },
    // It is done when the last of its places is.
    etaSeconds: etas.length === 0 || etas.includes(null) ? null : Math.max(...etas.map((eta) => eta ?? 0)),
    ...{ since: first.since, deadline: ending?.deadline ?? null, atDeadline: (ending ?? first).atDeadline },
    ignoresPersistence: all.every((drain) => drain.ignoresPersistence),
    ids: [...new Set(all.flatMap(({ ids }) => ids))],
    reasons: [...new Set(all.flatMap(({ reasons }) => reasons))],
  };
}

/** How far a real server is on its way back: as far as the slowest of its places. */
export function returnOfRealServer(places: readonly RealServerPlace[]): ReturnProgress | null {
  const all = places.flatMap(({ row }) => row.returning ?? []);
  return (
    all.find(({ phase }) => phase === 'awaiting-checks') ??
    all.toSorted((a, b) => (a.share ?? 0) - (b.share ?? 0))[0] ??
    null
  );
}
