import type { DirectorHead } from '../../../domain/display/director-state.ts';
import type { ClusterView, RealServerView, ServiceOnDirector, ServiceView } from '../../../domain/display/views.ts';
import type { ServiceKeyText } from '../../../domain/lvs/service-key.ts';
import { isDrain, type Overlay } from '../../../domain/overlay/overlay.ts';
import type { DrainLine } from './drain-line.ts';

const realServerHref = (cluster: string, name: string): string =>
  `/clusters/${encodeURIComponent(cluster)}/real-servers/${encodeURIComponent(name)}`;

/** Whether a service's destinations are checked. */
export const isChecked = (definition: ServiceView['definition']): boolean => (definition?.check ?? null) !== null;

/** The services whose destinations alone are drained; empty as soon as the whole real server is. */
function within(overlays: readonly Overlay[]): readonly ServiceKeyText[] {
  const targets = overlays.filter(isDrain).map(({ target }) => target);
  const services = targets.flatMap((target) => (target.kind === 'destination' ? [target.service] : []));
  return services.length === targets.length ? [...new Set(services)] : [];
}

const lookedAt = ({ name, simulated }: DirectorHead) => ({ name, simulated });

/** The real servers of a cluster that are out or on their way, in the order of their list. */
export const linesOfCluster = ({ name: cluster, directors, realServers }: ClusterView): readonly DrainLine[] =>
  realServers.flatMap(({ name, addresses, drain, returning, outBy, receivedAt }) =>
    drain || returning
      ? [
          {
            ...{ key: name, name, href: realServerHref(cluster, name), more: addresses.join(' ') },
            ...{ drain, returning, overlays: outBy, receivedAt, within: within(outBy) },
            checked: null,
            directors: directors.map(lookedAt),
            // Their destinations are on the real server's own page.
            destinations: [],
          },
        ]
      : [],
  );

/** The destinations of a service on one director that are out or on their way, in the order of the definition. */
export const linesOfService = ({ cluster, definition }: ServiceView, shown: ServiceOnDirector): readonly DrainLine[] =>
  shown.destinations.flatMap(({ key, realServer, drain, returning, outBy }) =>
    drain || returning
      ? [
          {
            ...{ key, name: realServer, href: realServerHref(cluster, realServer), more: key },
            ...{ drain, returning, overlays: outBy, receivedAt: shown.director.receivedAt },
            ...{ checked: isChecked(definition), within: [] },
            directors: [lookedAt(shown.director)],
            destinations: [key],
          },
        ]
      : [],
  );

/** A real server that is out or on its way, in one line, as it is on the director where it has most; or none. */
export function linesOfRealServer(view: RealServerView): readonly DrainLine[] {
  const { name, drain, returning, outBy, places } = view;
  if (!drain && !returning) return [];
  const directors = new Map(places.map(({ director }) => [director.name, director]));
  const heard = [...directors.values()].flatMap(({ receivedAt }) => receivedAt ?? []);
  return [
    {
      ...{ key: name, name, href: null, more: view.addresses.join(' ') },
      ...{ drain, returning, overlays: outBy, within: within(outBy) },
      receivedAt: heard.length > 0 ? Math.max(...heard) : null,
      checked: places.some(({ row }) => row.health !== null),
      directors: [...directors.values()].map(lookedAt),
      destinations: [...new Set(places.map(({ row }) => row.key))],
    },
  ];
}
