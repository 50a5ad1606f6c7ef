import type { DestinationRow } from '../../../domain/display/destination-row.ts';
import type { DirectorView } from '../../../domain/display/views.ts';
import type { DriftItem } from '../../../domain/drift/drift-item.ts';

/** Destinations with connections that re-applying would remove from the kernel, because nothing defines them. */
export function lostByReapply(
  services: DirectorView['services'],
  items: readonly Pick<DriftItem, 'kind' | 'service' | 'destination'>[],
): readonly DestinationRow[] {
  const extra = items.filter(({ kind }) => kind === 'extra');
  return services.flatMap(({ key, destinations }) =>
    destinations.filter(
      (row) =>
        (row.activeConn ?? 0) + (row.inactConn ?? 0) > 0 &&
        extra.some(({ service, destination }) => service === key && (destination === null || destination === row.key)),
    ),
  );
}
