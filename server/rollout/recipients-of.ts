import type { Recipients } from '../intents/recipients.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import { invalid } from '../trpc/app-error.ts';

/** Who gets a revision: every director, or the one of that name first. Refuses a name that is no director's. */
export function recipientsOf(cluster: LiveCluster, first: string | null): Recipients {
  if (first === null) return { kind: 'all' };
  const director = cluster.directors.find(({ name }) => name === first);
  if (!director) throw invalid('director-unknown', ['first']);
  return cluster.directors.length === 1 ? { kind: 'all' } : { kind: 'first', director };
}
