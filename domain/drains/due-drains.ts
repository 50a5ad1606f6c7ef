import { freshPasses } from '../checks/health.ts';
import { placeText } from '../checks/out-by-health.ts';
import { desiredTable } from '../desired/desired-table.ts';
import type { ClusterRecord } from '../display/records.ts';
import { type Standing, standings } from '../display/standing.ts';
import { type CoveredPlace, coveredBy } from '../overlay/covered-places.ts';
import { sharedWeight } from '../overlay/laid-over.ts';
import { type DrainOverlay, isDrain } from '../overlay/overlay.ts';
import { rampSteps } from '../overlay/ramp-steps.ts';
import type { ServiceReturn } from '../overlay/service-return.ts';
import { drainAt } from './drain-at.ts';

/** What the clock makes due for drains and returns. */
export type Due =
  /** `met`: it was drained before its deadline, which counts no more. The others: it isn't drained at it. */
  | { readonly kind: 'met' | 'ask' | 'cut' | 'give-up'; readonly drain: DrainOverlay }
  /** Its checks have passed often enough. */
  | { readonly kind: 'passed'; readonly returning: ServiceReturn }
  /** Its ramp takes this step; the last one, after all shares, is the written weight. */
  | { readonly kind: 'step'; readonly returning: ServiceReturn; readonly step: number };

/**
 * What is due at `at` (milliseconds since 1970 on the console's clock). `isWatched` tells the drains whose deadline is
 * to be looked at.
 *
 * It asks what is known now and remembers nothing, so that it may be asked at any time, and again after a restart.
 */
export function dueDrains(cluster: ClusterRecord, isWatched: (drain: DrainOverlay) => boolean, at: number): Due[] {
  const watched = cluster.overlays.filter(isDrain).filter((drain) => hasDeadline(drain) && isWatched(drain));
  if (watched.length === 0 && cluster.returns.length === 0) return [];
  const all = standings(cluster, at).map((standing): There => ({ standing, of: coveredBy(standing.desired.table) }));
  const written = coveredBy(desiredTable(cluster.definition, []));
  return [
    ...watched.flatMap((drain) => dueAtDeadline(drain, all, at)),
    ...cluster.returns.flatMap((returning) =>
      returning.phase === 'ramp' ? dueStep(written([returning.target]), returning, at) : duePasses(returning, all),
    ),
  ];
}

/** A director, and what targets mean on it. */
interface There {
  readonly standing: Standing;
  readonly of: ReturnType<typeof coveredBy>;
}

/** A release watches over its own drains. */
const hasDeadline = ({ deadline, release, mode }: DrainOverlay): boolean =>
  deadline !== null && release === null && mode !== 'cut';

/** Drained once is drained in time: whoever comes later doesn't bring it back under the hands of those who work on it. */
function dueAtDeadline(drain: DrainOverlay, all: readonly There[], at: number): Due[] {
  if (isDrained(drain, all)) return [{ kind: 'met', drain }];
  return drain.deadline !== null && at >= drain.deadline ? [{ kind: drain.atDeadline, drain }] : [];
}

function isDrained({ target }: DrainOverlay, all: readonly There[]): boolean {
  const places = all.flatMap(({ standing, of }) => of([target]).map((place) => drainAt(standing, place)));
  return places.length > 0 && places.every((progress) => progress?.phase === 'drained');
}

/** A director that isn't heard keeps it waiting: nobody knows what its checks say. */
function duePasses(returning: ServiceReturn, all: readonly There[]): Due[] {
  const { target, passingNeeded, since } = returning;
  const passed = all.every(({ standing: { known, record }, of }) =>
    of([target])
      .filter(({ destination }) => destination.isChecked)
      .every(({ serviceKey, key }) => {
        const health = record.health.get(placeText(serviceKey, key));
        return known && health !== undefined && freshPasses(health, since) >= (passingNeeded ?? 0);
      }),
  );
  return passed ? [{ kind: 'passed', returning }] : [];
}

/** The next step that gives any of its destinations another weight, when its time has come. */
function dueStep(places: readonly CoveredPlace[], returning: ServiceReturn, at: number): Due[] {
  const { over, step: stands, steppedAt } = returning;
  const { every, shares } = rampSteps(over ?? 0);
  const weightsAt = (step: number) =>
    places.map(({ destination }) => sharedWeight(destination.writtenWeight, shares[step] ?? 1000)).join(' ');
  let step = stands + 1;
  while (step < shares.length && weightsAt(step) === weightsAt(stands)) step++;
  // A console that was away goes on with the next step: weights never jump for time in which nobody watched.
  const isDue = at >= (steppedAt ?? 0) + (step - stands) * every * 1000;
  return isDue ? [{ kind: 'step', returning, step: Math.min(step, shares.length) }] : [];
}
