import { placeText } from '../../domain/checks/out-by-health.ts';
import type { Definition } from '../../domain/definition/definition.ts';
import { type DestinationKeyText, destinationKeyText } from '../../domain/lvs/destination-key.ts';
import { type ServiceKeyText, serviceKeyText } from '../../domain/lvs/service-key.ts';
import type { ProbeTarget } from './probe.ts';

/** A destination that is checked. */
export interface CheckedPlace extends ProbeTarget {
  /** As `placeText` has it. */
  readonly place: string;
  readonly service: ServiceKeyText;
  readonly destination: DestinationKeyText;
}

/** All destinations that a definition has checked, whatever lies over them: a drained one is to be known, too. */
export function checkedPlaces(definition: Definition): CheckedPlace[] {
  return definition.services.flatMap((service) => {
    const { check } = service;
    if (!check) return [];
    const key = serviceKeyText(service.key);
    return service.destinations.map((to): CheckedPlace => {
      const destination = destinationKeyText(to);
      const place = placeText(key, destination);
      return { place, service: key, destination, address: to.address, port: check.port ?? to.port, check };
    });
  });
}
