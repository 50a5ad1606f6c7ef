import type { LiveCluster } from '../live/live-cluster.ts';

/** What the first director says of a rollout: nothing yet, that it has the revision, or that it hasn't. */
export function verdictOf(cluster: LiveCluster): 'wait' | 'go' | 'stop' {
  const { rollout } = cluster;
  if (rollout?.state !== 'first') return 'wait';
  const first = cluster.directors.find((director) => director.id === rollout.firstId);
  if (!first) return 'stop';
  // A drain that came meanwhile is an intent of its own and brings the revision too: the newest that ended counts.
  const ended = first.applies.find(
    ({ generation, phase }) => generation >= rollout.generation && ['applied', 'failed', 'refused'].includes(phase),
  );
  if (!ended) return 'wait';
  return ended.phase === 'applied' && ended.readBack === 'agrees' ? 'go' : 'stop';
}
