import { serviceKeyText } from '../lvs/service-key.ts';
import { ipvsadmLine } from '../plan/ipvsadm-line.ts';
import { isTableAction, type Step } from '../plan/plan.ts';
import { adoptionOf } from './adoption.ts';
import { destinationDrift } from './destination-drift.ts';
import type { DriftItem, DriftPlace } from './drift-item.ts';
import { type DriftPlaces, type DriftSources, driftPlaces } from './drift-sources.ts';
import { serviceDrift } from './service-drift.ts';
import { settingDrift } from './setting-drift.ts';

/**
 * Where a kernel differs from what is desired of it, one item for each place that can be adopted, re-applied or ignored
 * by itself.
 *
 * Each item is a step of the plan that would put it right, but for the destinations of a service that is missing as a
 * whole: they come with it. At most `most` items are worked out.
 */
export function driftOf(sources: DriftSources, most = Number.POSITIVE_INFINITY): DriftItem[] {
  const steps = driftSteps(sources).slice(0, most);
  if (steps.length === 0) return [];
  const places = driftPlaces(sources);
  return steps.map((step) => {
    const place = placeOf(step, places);
    const item = { ...place, line: ipvsadmLine(step), notAdoptable: place.notIgnorable };
    const [refusal] = adoptionOf([item], sources.definition).refusals;
    return { ...item, notAdoptable: refusal?.code ?? null };
  });
}

/** How many items `driftOf` would give. */
export const driftCount = (sources: DriftSources): number => driftSteps(sources).length;

function driftSteps({ plan }: DriftSources): readonly Step[] {
  const missing = new Set(
    plan.steps.flatMap((step) => (step.action === 'add-service' ? serviceKeyText(step.service) : [])),
  );
  const isInMissing = (step: Step) =>
    isTableAction(step) && 'destination' in step && missing.has(serviceKeyText(step.service));
  return missing.size === 0 ? plan.steps : plan.steps.filter((step) => !isInMissing(step));
}

function placeOf(step: Step, places: DriftPlaces): DriftPlace {
  if (!isTableAction(step)) return settingDrift(step, places);
  return 'destination' in step ? destinationDrift(step, places) : serviceDrift(step, places);
}
