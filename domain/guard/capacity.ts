import type { Guard } from '../definition/settings.ts';
import type { DesiredDestination, DesiredService } from '../desired/desired-table.ts';
import { destinationKeyText } from '../lvs/destination-key.ts';
import type { Capacity } from './guard-breach.ts';

type Destinations = Pick<DesiredService, 'destinations' | 'cut'>;

/**
 * What serves in a virtual service; `was` is the service before a change of its definition.
 *
 * A share is of the written weight. Destinations that the change sets to 0 or takes away count there by the weight they
 * had, so that a definition can't be brought below its guard by writing less.
 */
export function capacityOf(service: Destinations, was: Destinations = service): Capacity {
  const serves = service.destinations.reduce((sum, { weight }) => sum + weight, 0);
  const written = nominalWeight(all(service), all(was));
  return {
    serving: service.destinations.filter(({ weight }) => weight > 0).length,
    // Rounded down to a tenth: a share is never shown as large as a whole number that it doesn't reach.
    weightPercent: written === 0 ? 0 : Math.min(100, Math.floor((serves / written) * 1000) / 10),
  };
}

export const isBelow = ({ serving, weightPercent }: Capacity, guard: Guard): boolean =>
  serving < guard.leastServing || weightPercent < guard.leastWeightPercent;

/** What must hold on both sides of a change: the change itself may not loosen it. */
export const stricter = (a: Guard, b: Guard): Guard => ({
  leastServing: Math.max(a.leastServing, b.leastServing),
  leastWeightPercent: Math.max(a.leastWeightPercent, b.leastWeightPercent),
});

const all = ({ destinations, cut }: Destinations): readonly DesiredDestination[] => [...destinations, ...cut];

function nominalWeight(now: readonly DesiredDestination[], was: readonly DesiredDestination[]): number {
  const written = now.reduce((sum, to) => sum + to.writtenWeight, 0);
  const after = new Map(now.map((to) => [destinationKeyText(to), to.writtenWeight]));
  const stay = was.filter((to) => to.writtenWeight > 0 && (after.get(destinationKeyText(to)) ?? 0) > 0);
  const lost = was.filter((to) => to.writtenWeight > 0 && !after.get(destinationKeyText(to)));
  if (lost.length === 0) return written;
  const before = stay.reduce((sum, to) => sum + to.writtenWeight, 0);
  const becomes = stay.reduce((sum, to) => sum + (after.get(destinationKeyText(to)) ?? 0), 0);
  // Weights mean nothing but their proportions: all of them may be written on another scale.
  const scale = before === 0 ? 1 : becomes / before;
  return written + lost.reduce((sum, to) => sum + to.writtenWeight, 0) * scale;
}
