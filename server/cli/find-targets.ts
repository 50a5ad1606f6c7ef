import type { Cluster, Destination, RealServer } from './answers.ts';
import type { Option, Run } from './command.ts';
import { Ending, usage } from './exit-code.ts';
import { clusterPath } from './find-cluster.ts';

export type Target =
  | { readonly kind: 'real-server'; readonly name: string }
  | { readonly kind: 'destination'; readonly service: string; readonly destination: string };

export interface Targets {
  readonly cluster: string;
  readonly targets: readonly Target[];
  /** Names of the real servers. */
  readonly names: readonly string[];
}

export const targetOptions: readonly Option[] = [
  { name: 'label', short: 'l', value: 'LABEL', many: true, help: 'Every real server with that label, such as half=1' },
  {
    name: 'service',
    short: 's',
    value: 'SERVICE',
    help: 'Only in that virtual service: a name, TCP 10.0.0.4:80 or its slug',
  },
];

/** What words and --label name: real servers in all their services, or their destinations in one. */
export async function findTargets(run: Run): Promise<Targets> {
  const { given, api } = run;
  const labels = given.texts('label');
  if (given.words.length === 0 && labels.length === 0) throw usage('Name a real server, or --label.');
  const clusters =
    run.cluster === null
      ? (await api.get<{ clusters: Cluster[] }>('/clusters')).clusters
      : [await api.get<Cluster>(clusterPath(run.cluster))];
  const found = clusters
    .map((cluster) => ({ cluster, servers: cluster.realServers.filter((one) => isMeant(one, given.words, labels)) }))
    .filter(({ servers }) => servers.length > 0);
  const [first, ...others] = found;
  if (others.length > 0)
    throw usage(`Several clusters have that: say --cluster ${found.map(({ cluster }) => cluster.name).join(' or ')}`);
  const missing = given.words.filter((word) => !first?.servers.some((one) => isMeant(one, [word], [])));
  if (!first || missing.length > 0)
    throw new Ending('refused', `There is no real server ${missing.join(', ') || labels.join(', ')}.`);
  const { cluster } = first;
  const names = first.servers.map(({ name }) => name);
  const service = given.text('service');
  const targets =
    service === null
      ? names.map((name): Target => ({ kind: 'real-server', name }))
      : await destinationsOf(run, cluster, names, service);
  return { cluster: cluster.name, targets, names };
}

const isMeant = ({ name, addresses, labels: its }: RealServer, words: readonly string[], labels: readonly string[]) =>
  words.includes(name) ||
  addresses.some((address) => words.includes(address)) ||
  labels.some((label) => its.includes(label));

async function destinationsOf(
  { api }: Run,
  cluster: Cluster,
  names: readonly string[],
  service: string,
): Promise<Target[]> {
  const found = cluster.services.find(({ name, key, slug }) => [name, key, slug].includes(service));
  if (!found) throw new Ending('refused', `${cluster.name} has no virtual service ${service}.`);
  const path = `${clusterPath(cluster.name)}/destinations`;
  const { destinations } = await api.get<{ destinations: Destination[] }>(path, { service: found.slug });
  const keys = new Set(destinations.filter(({ realServer }) => names.includes(realServer)).map(({ key }) => key));
  if (keys.size === 0) throw new Ending('refused', `${names.join(', ')} has no destination in ${service}.`);
  return [...keys].map((destination): Target => ({ kind: 'destination', service: found.key, destination }));
}
