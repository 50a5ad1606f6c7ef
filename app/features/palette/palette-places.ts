import type { ClusterView } from '../../../domain/display/views.ts';
import type { Overlay } from '../../../domain/overlay/overlay.ts';
import { consoleClient } from '../../lib/console-client.ts';

interface Place {
  readonly name: string;
  /** What tells it from others of that name. */
  readonly more: string;
  readonly href: string;
}

/** What is needed to drain or return a real server. */
interface DrainablePlace {
  readonly cluster: string;
  readonly outBy: readonly Overlay[];
  readonly labels: readonly string[];
}

export interface PalettePlaces {
  readonly clusters: readonly Place[];
  readonly services: readonly Place[];
  readonly realServers: readonly (Place & DrainablePlace)[];
  readonly directors: readonly (Place & { readonly simulated: boolean })[];
}

/** Every place that one can go to, as of now. */
export async function readPlaces(): Promise<PalettePlaces> {
  const { view } = consoleClient();
  const overview = await view.overview.query();
  const clusters = await Promise.all(overview.clusters.map(({ name }) => view.cluster.query({ cluster: name })));
  return {
    clusters: clusters.map(({ name }) => ({ name, more: '', href: hrefOf(name) })),
    services: clusters.flatMap((cluster) =>
      cluster.services.map(({ name, key, slug }) => ({
        name,
        more: key,
        href: `${hrefOf(cluster.name)}/services/${slug}`,
      })),
    ),
    realServers: clusters.flatMap(realServersOf),
    directors: clusters.flatMap((cluster) =>
      cluster.directors.map(({ name, simulated }) => ({
        name,
        simulated,
        more: cluster.name,
        href: `/directors/${encodeURIComponent(name)}`,
      })),
    ),
  };
}

const realServersOf = (cluster: ClusterView): PalettePlaces['realServers'] =>
  cluster.realServers.map(({ name, addresses, labels, outBy }) => ({
    name,
    cluster: cluster.name,
    more: addresses.join(' '),
    outBy,
    labels,
    href: `${hrefOf(cluster.name)}/real-servers/${encodeURIComponent(name)}`,
  }));

const hrefOf = (cluster: string): string => `/clusters/${encodeURIComponent(cluster)}`;
