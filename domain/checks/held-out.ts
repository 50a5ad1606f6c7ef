import type { Guard } from '../definition/settings.ts';
import type { DesiredDestination, DesiredService, DesiredTable } from '../desired/desired-table.ts';
import { destinationKeyText } from '../lvs/destination-key.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import { type OutByHealth, placeText } from './out-by-health.ts';

/**
 * Which of the failing destinations are to have weight 0; `failing` has since when each fails, by `placeText`.
 *
 * They go in the order in which they failed, while the guard of the definition stays kept. The last one that serves
 * never goes, guard or not: when every check fails, the check is as likely wrong as every real server, and a refused
 * connection helps nobody. A drained one counts as out in any case. The same input gives the same answer on every
 * director, and it doesn't depend on what was out before.
 *
 * `table` is the desired table without health.
 */
export function heldOut(table: DesiredTable, failing: ReadonlyMap<string, number>): OutByHealth {
  const out = new Set<string>();
  if (failing.size === 0) return out;
  for (const service of table.services)
    for (const place of outOfService(service, table.settings.guard, failing)) out.add(place);
  return out;
}

function outOfService(service: DesiredService, guard: Guard, failing: ReadonlyMap<string, number>): string[] {
  const key = serviceKeyText(service.key);
  const candidates = service.destinations.flatMap((to) => {
    const place = placeText(key, destinationKeyText(to));
    const since = to.isChecked ? failing.get(place) : undefined;
    return since === undefined ? [] : [{ to, place, since }];
  });
  const written = sum([...service.destinations, ...service.cut], ({ writtenWeight }) => writtenWeight);
  let serving = service.destinations.filter(({ weight }) => weight > 0).length;
  let weight = sum(service.destinations, (to) => to.weight);
  const least = Math.max(1, guard.leastServing);
  return candidates
    .toSorted((a, b) => a.since - b.since || (a.place < b.place ? -1 : 1))
    .flatMap(({ to, place }) => {
      if (to.weight > 0) {
        const left = weight - to.weight;
        if (serving - 1 < least || left * 100 < guard.leastWeightPercent * written) return [];
        serving--;
        weight = left;
      }
      return [place];
    });
}

const sum = (destinations: readonly DesiredDestination[], of: (to: DesiredDestination) => number): number =>
  destinations.reduce((total, to) => total + of(to), 0);
