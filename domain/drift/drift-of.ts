import { serviceKeyText } from '../lvs/service-key.ts';
import { ipvsadmLine } from '../plan/ipvsadm-line.ts';
import { isTableAction, type Step } from '../plan/plan.ts';
import { adoptionOf } from './adoption.ts';
import { destinationDrift } from './destination-drift.ts';
import type { DriftItem } from './drift-item.ts';
import { type DriftPlaces, type DriftSources, driftPlaces } from './drift-sources.ts';
import { serviceDrift } from './service-drift.ts';
import { settingDrift } from './setting-drift.ts';

/** What a step of the plan says about its place; the rest of an item is the same for all of them. */
export type DriftPlace = Omit<DriftItem, 'line' | 'notAdoptable'>;

/**
 * Where a kernel differs from what is desired of it, one item for each place that can be adopted, re-applied or ignored
 * by itself.
 *
 * Each item is a step of the plan that would put it right, but for the destinations of a service that is missing as a
 * whole: they come with it.
 */
export function driftOf(sources: DriftSources): DriftItem[] {
  if (sources.plan.steps.length === 0) return [];
  const places = driftPlaces(sources);
  return sources.plan.steps
    .filter((step) => !isInMissingService(step, places))
    .map((step) => {
      const place = placeOf(step, places);
      const item = { ...place, line: ipvsadmLine(step), notAdoptable: place.notIgnorable };
      const [refusal] = adoptionOf([item], sources.definition).refusals;
      return { ...item, notAdoptable: refusal?.code ?? null };
    });
}

const isInMissingService = (step: Step, { kernel }: DriftPlaces): boolean =>
  isTableAction(step) && 'destination' in step && kernel.service(serviceKeyText(step.service)) === null;

function placeOf(step: Step, places: DriftPlaces): DriftPlace {
  if (!isTableAction(step)) return settingDrift(step, places);
  return 'destination' in step ? destinationDrift(step, places) : serviceDrift(step, places);
}
