import { type OutByHealth, placeText } from '../../domain/checks/out-by-health.ts';
import { destinationKeyText } from '../../domain/lvs/destination-key.ts';
import { type ServiceKeyText, serviceKeyText } from '../../domain/lvs/service-key.ts';
import { plainDestination } from '../../domain/plan/differences.ts';
import type { Step } from '../../domain/plan/plan.ts';
import { planTable } from '../../domain/plan/plan-table.ts';
import type { Intent } from '../../domain/wire/intent.ts';
import type { StepResult } from '../../domain/wire/messages.ts';
import type { ApplyParts } from './apply-intent.ts';
import { applySteps } from './apply-steps.ts';
import { readState } from './read-state.ts';
import { wantedBy } from './wanted.ts';

/** What became of a turn: what is out now, and the steps that were written. */
export interface LaidHealth {
  readonly out: OutByHealth;
  readonly results: readonly StepResult[];
}

/**
 * Gives the destinations that turned, and no others, the weight that they are to have now; null when the kernel can't
 * be read.
 *
 * It writes the weight alone, into whatever else the kernel has of them: other differences are drift, which people
 * decide about. What isn't ours or isn't in the kernel is left alone. What could not be written counts as not turned.
 */
export async function layHealth(
  kernel: ApplyParts['kernel'],
  intent: Intent,
  owned: ReadonlySet<ServiceKeyText>,
  laid: OutByHealth,
  wanted: OutByHealth,
): Promise<LaidHealth | null> {
  const state = await readState(kernel, null);
  if (!state) return null;
  const turned = new Set([...laid, ...wanted].filter((place) => laid.has(place) !== wanted.has(place)));
  const standing = new Map(
    state.services.flatMap((service) =>
      service.destinations.map((to) => [placeText(serviceKeyText(service.key), destinationKeyText(to)), to]),
    ),
  );
  const { desired } = wantedBy(intent, wanted);
  const steps = planTable(desired, state, owned, new Set()).steps.flatMap((step): Step[] => {
    if (step.action !== 'change-destination') return [];
    const place = placeText(serviceKeyText(step.service), destinationKeyText(step.destination));
    const kernelHas = turned.has(place) ? standing.get(place) : undefined;
    if (!kernelHas || kernelHas.weight === step.destination.weight) return [];
    return [{ ...step, destination: { ...plainDestination(kernelHas), weight: step.destination.weight } }];
  });
  const results = await applySteps(kernel, steps, () => undefined);
  const out = new Set(wanted);
  for (const [at, step] of steps.entries()) {
    if (results[at]?.outcome === 'applied' || step.action !== 'change-destination') continue;
    const place = placeText(serviceKeyText(step.service), destinationKeyText(step.destination));
    if (laid.has(place)) out.add(place);
    else out.delete(place);
  }
  return { out, results };
}
