import type { DesiredDestination, DesiredService, DesiredTable } from '../desired/desired-table.ts';
import { type DestinationKeyText, destinationKeyText } from '../lvs/destination-key.ts';
import { type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import type { DrainTarget } from './overlay.ts';
import { targetText } from './target-text.ts';

/** A destination that a target means. */
export interface CoveredPlace {
  readonly service: DesiredService;
  readonly serviceKey: ServiceKeyText;
  readonly destination: DesiredDestination;
  readonly key: DestinationKeyText;
}

/** The destinations of a table that targets mean, those that are cut with them. */
export function coveredPlaces(table: DesiredTable, targets: readonly DrainTarget[]): CoveredPlace[] {
  const texts = new Set(targets.map(targetText));
  return table.services.flatMap((service) => {
    const serviceKey = serviceKeyText(service.key);
    return [...service.destinations, ...service.cut].flatMap((destination) => {
      const key = destinationKeyText(destination);
      const isMeant = texts.has(destination.realServer) || texts.has(`${serviceKey} ${key}`);
      return isMeant ? [{ service, serviceKey, destination, key }] : [];
    });
  });
}
