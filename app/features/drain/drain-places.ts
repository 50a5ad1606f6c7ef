import type { DestinationRow } from '../../../domain/display/destination-row.ts';
import type { DirectorHead } from '../../../domain/display/director-state.ts';
import type { RealServerView, ServiceView } from '../../../domain/display/views.ts';
import type { ServiceKeyText } from '../../../domain/lvs/service-key.ts';
import type { DrainTarget } from '../../../domain/overlay/overlay.ts';

/** A destination that a drain is about, as one director has it. */
export interface DrainPlace {
  readonly director: DirectorHead;
  readonly service: ServiceKeyText;
  readonly row: DestinationRow;
}

/** What to watch to see every target: each virtual service and each real server once. */
export type Watched =
  | { readonly kind: 'service'; readonly key: ServiceKeyText }
  | { readonly kind: 'real-server'; readonly name: string };

export function watchedOf(targets: readonly DrainTarget[]): readonly Watched[] {
  const services = new Set(targets.flatMap((target) => (target.kind === 'destination' ? [target.service] : [])));
  const servers = new Set(targets.flatMap((target) => (target.kind === 'real-server' ? [target.name] : [])));
  return [
    ...[...services].map((key): Watched => ({ kind: 'service', key })),
    ...[...servers].map((name): Watched => ({ kind: 'real-server', name })),
  ];
}

/** The places of the targets in a virtual service. */
export const placesInService = (view: ServiceView, targets: readonly DrainTarget[]): readonly DrainPlace[] => {
  const keys = new Set<string>(
    targets.flatMap((target) =>
      target.kind === 'destination' && target.service === view.key ? [target.destination] : [],
    ),
  );
  return view.directors.flatMap(({ director, destinations }) =>
    destinations.filter((row) => keys.has(row.key)).map((row) => ({ director, service: view.key, row })),
  );
};

export const placesOfRealServer = (view: RealServerView): readonly DrainPlace[] =>
  view.places.map(({ director, service, row }) => ({ director, service, row }));

/** Places by director, in the order in which they came. */
export function byDirector(places: readonly DrainPlace[]): readonly (readonly DrainPlace[])[] {
  const groups = new Map<string, DrainPlace[]>();
  for (const place of places) {
    const group = groups.get(place.director.name);
    if (group) group.push(place);
    else groups.set(place.director.name, [place]);
  }
  return [...groups.values()];
}
