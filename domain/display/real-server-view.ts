import type { RealServer } from '../definition/definition.ts';
import { realServerNamer, realServerNames } from '../definition/real-server.ts';
import { parseDestinationKey } from '../lvs/destination-key.ts';
import { serviceKeySlug, serviceKeyText } from '../lvs/service-key.ts';
import type { Overlay } from '../overlay/overlay.ts';
import { sparklinePoints, sumKnown } from './destination-rows.ts';
import { drainOfRealServer, returnOfRealServer } from './real-server-drain.ts';
import type { ClusterRecord } from './records.ts';
import { weightiestState } from './service-on-director.ts';
import { addSparklines, type ServicePlaces, servicePlaces } from './service-rows.ts';
import { standings } from './standing.ts';
import type { RealServerPlace, RealServerRow, RealServerView } from './views.ts';

/** The page of a real server: every service it stands in, on every director; null when the definition has none such. */
export function realServerView(cluster: ClusterRecord, name: string, at: number): RealServerView | null {
  if (!realServerNames(cluster.definition).includes(name)) return null;
  const everywhere = servicePlaces(cluster, standings(cluster, at), sparklinePoints);
  const places = allPlaces(cluster, everywhere).filter((place) => place.row.realServer === name);
  const services = new Set(places.map((place) => place.service));
  return {
    at,
    cluster: cluster.name,
    name,
    ...factsOf(cluster)(name),
    outBy: overlaysByServer(cluster).get(name) ?? [],
    drain: drainOfRealServer(places, busiestPlaces(places)),
    returning: returnOfRealServer(places),
    places,
    findings: cluster.directors.flatMap((director) =>
      director.findings.filter((finding) => finding.service === null || services.has(finding.service)),
    ),
  };
}

/** All real servers of a cluster as rows of a list, each with its numbers on the director where they are highest. */
export function realServerRows(cluster: ClusterRecord, everywhere: ServicePlaces): RealServerRow[] {
  const byServer = Map.groupBy(allPlaces(cluster, everywhere), (place) => place.row.realServer);
  const overlays = overlaysByServer(cluster);
  const facts = factsOf(cluster);
  return realServerNames(cluster.definition).map((name) => {
    const places = byServer.get(name) ?? [];
    const busiest = busiestPlaces(places);
    return {
      name,
      ...facts(name),
      services: new Set(places.map((place) => place.service)).size,
      state: weightiestState(places.map((place) => place.row.state)),
      activeConn: sumKnown(busiest.map(({ row }) => row.activeConn)),
      inactConn: sumKnown(busiest.map(({ row }) => row.inactConn)),
      persistConn: sumKnown(busiest.map(({ row }) => row.persistConn)),
      cps: sumKnown(busiest.map(({ row }) => row.cps)),
      cpsHistory: addSparklines(busiest.map(({ row }) => row.cpsHistory)),
      outBy: overlays.get(name) ?? [],
      drain: drainOfRealServer(places, busiest),
      returning: returnOfRealServer(places),
      director: busiest[0]?.director.name ?? null,
      receivedAt: busiest[0]?.director.receivedAt ?? null,
    };
  });
}

function allPlaces(cluster: ClusterRecord, everywhere: ServicePlaces): RealServerPlace[] {
  return cluster.definition.services.flatMap((service) => {
    const key = serviceKeyText(service.key);
    return (everywhere.get(key) ?? []).flatMap((here) =>
      here.destinations.map((row) => ({
        director: here.director,
        service: key,
        serviceName: service.name,
        slug: serviceKeySlug(service.key),
        persistenceTimeout: service.persistence?.timeout ?? null,
        expireQuiescentTemplate: here.expireQuiescentTemplate,
        row,
      })),
    );
  });
}

/** The places on the director that has most of the real server's connections: pairs are never added up. */
function busiestPlaces(places: readonly RealServerPlace[]): RealServerPlace[] {
  const byDirector = Map.groupBy(places, (place) => place.director.name);
  const load = (group: readonly RealServerPlace[]) =>
    (sumKnown(group.map(({ row }) => row.cps)) ?? -1) * 1e6 + (sumKnown(group.map(({ row }) => row.activeConn)) ?? -1);
  return [...byDirector.values()].reduce<RealServerPlace[]>(
    (most, group) => (most.length > 0 && load(most) >= load(group) ? most : group),
    [],
  );
}

/** Addresses and labels of real servers by their names; an address that has no name stands for itself. */
function factsOf({ definition }: ClusterRecord) {
  const named = new Map<string, RealServer>(definition.realServers.map((server) => [server.name, server]));
  return (name: string): Pick<RealServerRow, 'addresses' | 'labels'> => {
    const { addresses = [name], labels = [] } = named.get(name) ?? {};
    return { addresses, labels };
  };
}

/** Drains of each real server: of the whole machine and of single destinations of it. */
function overlaysByServer(cluster: ClusterRecord): ReadonlyMap<string, readonly Overlay[]> {
  const nameOf = realServerNamer(cluster.definition);
  return Map.groupBy(cluster.overlays, ({ target }) => {
    if (target.kind === 'real-server') return target.name;
    const destination = parseDestinationKey(target.destination);
    return destination.ok ? nameOf(destination.value.address) : '';
  });
}
