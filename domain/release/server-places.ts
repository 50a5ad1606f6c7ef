import type { DesiredDestination } from '../desired/desired-table.ts';
import type { Desired } from '../display/desired-of.ts';
import { type DestinationKeyText, destinationKeyText } from '../lvs/destination-key.ts';
import { type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import type { DrainTarget } from '../overlay/overlay.ts';
import type { WaveServer } from './release-plan.ts';

/** A destination that a release would drain, as a director should have it. */
export interface ServerPlace {
  readonly service: ServiceKeyText;
  readonly destination: DestinationKeyText;
  readonly wanted: DesiredDestination;
}

/** Gives the destinations of a desired table that a server's targets mean; those of test services are none of them. */
export function serverPlaces(
  desired: Pick<Desired, 'table' | 'definition'>,
): (server: WaveServer) => readonly ServerPlace[] {
  const defined = new Set(desired.definition.services.map(({ key }) => serviceKeyText(key)));
  const places = desired.table.services.flatMap((service): ServerPlace[] => {
    const key = serviceKeyText(service.key);
    if (!defined.has(key)) return [];
    const all = [...service.destinations, ...service.cut];
    return all.map((wanted) => ({ service: key, destination: destinationKeyText(wanted), wanted }));
  });
  const byServer = Map.groupBy(places, ({ wanted }) => wanted.realServer);
  return ({ name, targets }) =>
    (byServer.get(name) ?? []).filter((place) => targets.some((target) => isAt(target, place)));
}

const isAt = (target: DrainTarget, { service, destination, wanted }: ServerPlace): boolean =>
  target.kind === 'real-server'
    ? target.name === wanted.realServer
    : target.service === service && target.destination === destination;
