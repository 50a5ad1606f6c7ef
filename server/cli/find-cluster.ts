import type { Cluster } from './answers.ts';
import type { Run } from './command.ts';
import { Ending, usage } from './exit-code.ts';

/** The cluster that was named; the only one that there is, when none was. */
export async function namedCluster({ api, cluster }: Run): Promise<Cluster> {
  if (cluster !== null) return api.get<Cluster>(clusterPath(cluster));
  const { clusters } = await api.get<{ clusters: Cluster[] }>('/clusters');
  const [only, ...others] = clusters;
  if (!only) throw new Ending('refused', 'The token sees no cluster.');
  if (others.length > 0)
    throw usage(`Say which cluster, with --cluster: ${clusters.map(({ name }) => name).join(', ')}`);
  return only;
}

export const clusterPath = (name: string): string => `/clusters/${encodeURIComponent(name)}`;
