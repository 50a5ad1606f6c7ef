import { type DestinationKeyText, destinationKeyText } from '../lvs/destination-key.ts';
import { type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import type { Destination, DestinationConfig } from '../lvs/table.ts';
import { type LaidOver, laidOver } from '../overlay/laid-over.ts';
import { destinationFields } from '../plan/differences.ts';
import { ipvsadmDestinationText } from '../plan/ipvsadm-line.ts';
import type { Step, TableAction } from '../plan/plan.ts';
import { stepTarget } from '../plan/step-target.ts';
import type { Stands } from './accepted-drift.ts';
import type { DriftPlace, DriftSide } from './drift-item.ts';
import type { DriftPlaces } from './drift-sources.ts';
import { destinationStands } from './stands-of.ts';

type DestinationStep = Extract<TableAction, { destination: unknown }> & Step;

/** A destination that is missing, that nobody desires, or that the kernel has otherwise. */
export function destinationDrift(step: DestinationStep, places: DriftPlaces): DriftPlace {
  const service = serviceKeyText(step.service);
  const destination = destinationKeyText(step.destination);
  const desired = places.desired.destination(service, destination);
  const kernel = places.kernel.destination(service, destination);
  const applied = places.applied?.destination(service, destination) ?? null;
  return {
    ...{ target: stepTarget(step), service, destination, realServer: places.nameOf(step.destination.address) },
    kind: kernel === null ? 'missing' : desired === null ? 'extra' : 'differs',
    sides: sidesOf(step, { desired, kernel, applied }),
    stands: standsAt(service, destination, places),
    alsoStands: [],
    notIgnorable: drainHinders(service, destination, places) ? 'drained-and-serving' : null,
  };
}

type ThreeSides = Readonly<Record<'desired' | 'applied' | 'kernel', Destination | null>>;

function sidesOf(step: DestinationStep, { desired, applied, kernel }: ThreeSides): DriftSide[] {
  const whole = (side: Destination | null) => side && ipvsadmDestinationText(side);
  if (step.reason.why !== 'differs')
    return [{ field: 'whole', desired: whole(desired), applied: whole(applied), kernel: whole(kernel) }];
  return step.reason.differences.map((difference) => ({
    ...difference,
    applied: fieldText(applied, difference.field),
  }));
}

function fieldText(config: DestinationConfig | null, field: DriftSide['field']): string | null {
  const known = Object.values(destinationFields).find((one) => one.field === field);
  return config && known ? known.text(config) : null;
}

/** What the kernel has at a destination's place, over what is defined there. */
export function standsAt(service: ServiceKeyText, destination: DestinationKeyText, places: DriftPlaces): Stands {
  const defined = places.defined.destination(service, destination);
  const kernel = places.kernel.destination(service, destination);
  // The weight that a drain or ramp gives is not what anybody wants to keep: without it, the written weight stands.
  const isLaidOver = kernel !== null && overWeight(service, destination, kernel, places) !== null;
  const stands = isLaidOver && defined ? { ...kernel, weight: defined.weight } : kernel;
  return destinationStands(service, destination, defined, stands);
}

/** Whether the kernel has another weight than a drain or ramp gives: only ending that leaves it as it stands. */
export function drainHinders(service: ServiceKeyText, destination: DestinationKeyText, places: DriftPlaces): boolean {
  const kernel = places.kernel.destination(service, destination);
  const over = kernel && overWeight(service, destination, kernel, places);
  return over !== null && (over.isCut || over.weight !== kernel?.weight);
}

/** What drains and ramps make of a destination's weight; null where none lies over it. */
export function overWeight(
  service: ServiceKeyText,
  destination: DestinationKeyText,
  { address, weight }: Pick<Destination, 'address' | 'weight'>,
  { defined, reasons, nameOf }: DriftPlaces,
): LaidOver | null {
  const over = reasons.of(service, destination, nameOf(address));
  return over.length > 0 ? laidOver(over, defined.destination(service, destination)?.weight ?? weight) : null;
}
