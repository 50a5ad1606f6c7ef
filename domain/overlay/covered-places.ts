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

/**
 * Gives the destinations of a table that targets mean, those that are cut with them, each once.
 *
 * The table is gone through once, however many targets are asked for.
 */
export function coveredBy(table: DesiredTable): (targets: readonly DrainTarget[]) => readonly CoveredPlace[] {
  const byTarget = new Map<string, CoveredPlace[]>();
  const put = (text: string, place: CoveredPlace) => {
    const known = byTarget.get(text);
    if (known) known.push(place);
    else byTarget.set(text, [place]);
  };
  for (const service of table.services) {
    const serviceKey = serviceKeyText(service.key);
    for (const destination of [...service.destinations, ...service.cut]) {
      const key = destinationKeyText(destination);
      const place = { service, serviceKey, destination, key };
      put(destination.realServer, place);
      put(`${serviceKey} ${key}`, place);
    }
  }
  return (targets) => [...new Set(targets.flatMap((target) => byTarget.get(targetText(target)) ?? []))];
}
