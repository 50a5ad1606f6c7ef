import type { Entry } from '../audit/entry.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import type { Rollout } from '../live/rollout.ts';

/** What the audit log tells of a rollout that the first director stopped: who stays with what. */
export function stoppedEntry(cluster: LiveCluster, rollout: Rollout): Entry {
  const { first, generation, previous } = rollout;
  return {
    action: 'rollout.stopped',
    ...{ cluster: cluster.name, director: first, resource: first, generation, revision: cluster.wanted.revision },
    after: { waiting: cluster.waiting.map(({ name }) => name), previousRevision: previous.revision },
    outcome: 'failed',
  };
}
