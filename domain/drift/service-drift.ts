import { type DestinationKeyText, destinationKeyText } from '../lvs/destination-key.ts';
import { type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import type { ServiceConfig, VirtualService } from '../lvs/table.ts';
import { serviceFields } from '../plan/differences.ts';
import { ipvsadmConfigText } from '../plan/ipvsadm-line.ts';
import type { Step, TableAction } from '../plan/plan.ts';
import { stepTarget } from '../plan/step-target.ts';
import type { Stands } from './accepted-drift.ts';
import { drainHinders, standsAt } from './destination-drift.ts';
import type { DriftPlace, DriftSide } from './drift-item.ts';
import type { DriftPlaces } from './drift-sources.ts';
import { sameDestination } from './same-config.ts';
import { serviceStands } from './stands-of.ts';

type ServiceStep = Exclude<TableAction, { destination: unknown }> & Step;

/** A service that is missing, that nobody desires although it is ours, or that the kernel has otherwise. */
export function serviceDrift(step: ServiceStep, places: DriftPlaces): DriftPlace {
  const service = serviceKeyText(step.service);
  const kernel = places.kernel.service(service);
  const extra = step.action === 'remove-service';
  const inside = extra ? destinationsOf(service, places) : [];
  const applied = places.applied?.service(service) ?? null;
  return {
    ...{ target: stepTarget(step), service, destination: null, realServer: null },
    kind: kernel === null ? 'missing' : extra ? 'extra' : 'differs',
    sides: sidesOf(step, { desired: places.desired.service(service), kernel, applied }),
    stands: serviceStands(service, places.defined.service(service), kernel),
    alsoStands: inside.map((key) => standsAt(service, key, places)).filter(isDrift),
    notIgnorable: inside.some((key) => drainHinders(service, key, places)) ? 'drained-and-serving' : null,
  };
}

type ThreeSides = Readonly<Record<'desired' | 'applied' | 'kernel', VirtualService | null>>;

function sidesOf(step: ServiceStep, { desired, applied, kernel }: ThreeSides): DriftSide[] {
  if (step.reason.why !== 'differs')
    return [{ field: 'whole', desired: wholeText(desired), applied: wholeText(applied), kernel: wholeText(kernel) }];
  return step.reason.differences.map((difference) => ({
    ...difference,
    applied: fieldText(applied, difference.field),
  }));
}

function fieldText(config: ServiceConfig | null, field: DriftSide['field']): string | null {
  const known = Object.values(serviceFields).find((one) => one.field === field);
  return config && known ? known.text(config) : null;
}

/** Destinations that are written out of a whole service. */
const shownDestinations = 10;

/** `wrr -> 10.0.0.21:80 -> 10.0.0.22:80`. */
function wholeText(service: VirtualService | null): string | null {
  if (!service) return null;
  const { destinations } = service;
  const shown = destinations.slice(0, shownDestinations).map((to) => `-> ${destinationKeyText(to)}`);
  const more = destinations.length > shown.length ? ['-> …'] : [];
  return [ipvsadmConfigText(service.key, service), ...shown, ...more].join(' ');
}

/** The destinations that a service has in the kernel or in the definition. */
function destinationsOf(service: ServiceKeyText, { kernel, defined }: DriftPlaces): DestinationKeyText[] {
  const all = [kernel, defined].flatMap((table) => table.service(service)?.destinations ?? []);
  return [...new Set(all.map(destinationKeyText))];
}

const isDrift = (stands: Stands): boolean =>
  stands.what === 'destination' && !sameDestination(stands.over, stands.stands);
