import { type ServiceKeyText, serviceKeySlug, serviceKeyText } from '../lvs/service-key.ts';
import { ipvsadmConfigText } from '../plan/ipvsadm-line.ts';
import { rounded, sparklineEndsOf, sumKnown } from './destination-rows.ts';
import type { ClusterRecord } from './records.ts';
import { serviceOnDirector } from './service-on-director.ts';
import type { Standing } from './standing.ts';
import type { ServiceOnDirector, ServiceRow } from './views.ts';

/** Lists carry shorter sparklines than pages: a thousand of them go out every second. */
const listPoints = 20;

/** Every defined service on every director, worked out once for all lists of a page. */
export type ServicePlaces = ReadonlyMap<ServiceKeyText, readonly ServiceOnDirector[]>;

export function servicePlaces(cluster: ClusterRecord, all: readonly Standing[], points = listPoints): ServicePlaces {
  const ends = all.map((standing) => sparklineEndsOf(standing.record.history, points));
  return new Map(
    cluster.definition.services.map((service) => {
      const key = serviceKeyText(service.key);
      return [key, all.flatMap((standing, at) => (ends[at] ? serviceOnDirector(standing, key, ends[at]) : []))];
    }),
  );
}

/** A service on the director where it is busiest. A pair is never added up: a backup shows the master's too. */
function busiest(places: readonly ServiceOnDirector[]): ServiceOnDirector | null {
  const load = (place: ServiceOnDirector) => (place.totals.cps ?? -1) * 1e6 + (place.totals.activeConn ?? -1);
  return places.reduce<ServiceOnDirector | null>((most, p) => (most && load(most) >= load(p) ? most : p), null);
}

/** The virtual services of a cluster as rows of a list, in the definition's order. */
export function serviceRows(cluster: ClusterRecord, places: ServicePlaces): ServiceRow[] {
  return cluster.definition.services.map((service) => {
    const key = serviceKeyText(service.key);
    const place = busiest(places.get(key) ?? []);
    const rows = place?.destinations ?? [];
    return {
      key,
      slug: serviceKeySlug(service.key),
      name: service.name,
      config: ipvsadmConfigText(service.key, service),
      destinations: service.destinations.length,
      serving: rows.filter((row) => row.state.kind === 'serving').length,
      director: place?.director.name ?? null,
      cps: place?.totals.cps ?? null,
      activeConn: place?.totals.activeConn ?? null,
      inactConn: place?.totals.inactConn ?? null,
      cpsHistory: addSparklines(rows.map((row) => row.cpsHistory)),
      verdict: place?.verdict ?? { kind: 'unknown' },
      receivedAt: place?.director.receivedAt ?? null,
    };
  });
}

/** Sparklines added point by point; a gap in all of them stays a gap. */
export function addSparklines(lines: readonly (readonly (number | null)[])[]): (number | null)[] {
  const points = Math.max(0, ...lines.map((line) => line.length));
  return Array.from({ length: points }, (_, point) => rounded(sumKnown(lines.map((line) => line[point] ?? null))));
}
