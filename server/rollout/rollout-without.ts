import type { Entry } from '../audit/entry.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import type { LiveDirector } from '../live/live-director.ts';
import type { Rollout } from '../live/rollout.ts';
import { stoppedEntry } from './stopped-entry.ts';

/** What becomes of a rollout when a director is removed: over with the last that waits, stopped with the first one. */
export function rolloutWithout(
  cluster: LiveCluster,
  removed: LiveDirector,
): { readonly rollout: Rollout | null; readonly entries: readonly Entry[] } {
  const { rollout } = cluster;
  if (!rollout || cluster.waiting.every((director) => director === removed)) return { rollout: null, entries: [] };
  if (rollout.firstId !== removed.id || rollout.state === 'stopped') return { rollout, entries: [] };
  return { rollout: { ...rollout, state: 'stopped' }, entries: [stoppedEntry(cluster, rollout)] };
}
