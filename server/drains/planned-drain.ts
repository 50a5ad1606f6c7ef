import type { Problem } from '../../domain/definition/change.ts';
import { type DrainTarget, drainOverlaySchema, type Overlay } from '../../domain/overlay/overlay.ts';
import { targetText } from '../../domain/overlay/target-text.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import { isDefined } from './targets.ts';

type Planned =
  | { readonly ok: false; readonly problems: readonly Problem[] }
  | { readonly ok: true; readonly overlays: readonly Overlay[]; readonly changed: readonly Overlay[] };

interface Drain {
  readonly newId: () => string;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

/** The overlays after a drain begins, with the new ones; targets that are drained already are left as they are. */
export function plannedDrain(cluster: LiveCluster, targets: readonly DrainTarget[], drain: Drain): Planned {
  const { overlays } = cluster.wanted;
  // What only waiting directors have still is in service there, and may have to be drained.
  const isAnywhere = (target: DrainTarget) => cluster.definitions.some((definition) => isDefined(definition, target));
  const problems = problemsWith(targets, (target) => (isAnywhere(target) ? null : 'target-unknown'));
  if (problems.length > 0) return { ok: false, problems };
  const drained = new Set(overlays.map((overlay) => targetText(overlay.target)));
  const fresh = [...new Map(targets.map((target) => [targetText(target), target]))].filter(
    ([text]) => !drained.has(text),
  );
  if (fresh.length === 0) return { ok: false, problems: [{ path: ['targets'], message: 'drained-already' }] };
  const { reason, by, at: since } = drain;
  const changed = fresh.map(
    ([, target]): Overlay => drainOverlaySchema.parse({ id: drain.newId(), kind: 'drain', target, reason, by, since }),
  );
  return { ok: true, overlays: [...overlays, ...changed], changed };
}

/** The overlays after drains end, with those that end. */
export function plannedReturn(cluster: LiveCluster, targets: readonly DrainTarget[]): Planned {
  const { overlays } = cluster.wanted;
  const drained = new Set(overlays.map((overlay) => targetText(overlay.target)));
  const problems = problemsWith(targets, (target) => (drained.has(targetText(target)) ? null : 'not-drained'));
  if (problems.length > 0) return { ok: false, problems };
  const ending = new Set(targets.map(targetText));
  const ends = (overlay: Overlay): boolean => ending.has(targetText(overlay.target));
  return { ok: true, overlays: overlays.filter((overlay) => !ends(overlay)), changed: overlays.filter(ends) };
}

function problemsWith(targets: readonly DrainTarget[], problem: (target: DrainTarget) => string | null): Problem[] {
  return targets.flatMap((target, index) => {
    const message = problem(target);
    return message ? [{ path: ['targets', index], message }] : [];
  });
}
