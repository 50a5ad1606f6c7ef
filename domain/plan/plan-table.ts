import { destinationKeyText } from '../lvs/destination-key.ts';
import { type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import type { Destination, IpvsTable, VirtualService } from '../lvs/table.ts';
import { destinationDifferences, plainConfig, plainDestination, serviceDifferences } from './differences.ts';
import type { Plan, Step, TableAction } from './plan.ts';

/** The part of a plan that is about the table. */
export interface TablePlan {
  readonly steps: readonly TableStep[];
  readonly foreign: Plan['foreign'];
}

type TableStep = TableAction & Pick<Step, 'reason'>;

/**
 * The steps that give a kernel the desired table, ordered so that a service which serves before and after never stops
 * serving between two of them.
 *
 * Services that are neither desired nor owned are not looked at. A desired service that stands in the kernel without
 * being owned is left alone and named in `foreign`, unless `takeOver` has it.
 */
export function planTable(
  desired: IpvsTable,
  observed: IpvsTable,
  owned: ReadonlySet<ServiceKeyText>,
  takeOver: ReadonlySet<ServiceKeyText>,
): TablePlan {
  const kernel = new Map(observed.services.map((service) => [serviceKeyText(service.key), service]));
  const wanted = new Set<ServiceKeyText>();
  const foreign: ServiceKeyText[] = [];
  const added: TableStep[] = [];
  const changed: TableStep[] = [];
  for (const service of desired.services) {
    const key = serviceKeyText(service.key);
    wanted.add(key);
    const standing = kernel.get(key);
    if (!standing) added.push(...additionOf(service));
    else if (owned.has(key) || takeOver.has(key)) changed.push(...changesOf(service, standing));
    else foreign.push(key);
  }
  // Last of all: removing the only service unhooks IPVS, and a director without any answers clients with RST.
  const removed = observed.services
    .filter((service) => owned.has(serviceKeyText(service.key)) && !wanted.has(serviceKeyText(service.key)))
    .map((service): TableStep => ({ action: 'remove-service', service: service.key, reason: { why: 'not-defined' } }));
  return { steps: [...added, ...changed, ...removed], foreign };
}

function additionOf(service: VirtualService): TableStep[] {
  return [
    { action: 'add-service', service: service.key, config: plainConfig(service), reason: { why: 'missing' } },
    ...service.destinations.map((destination) => addDestination(service, destination)),
  ];
}

function changesOf(desired: VirtualService, standing: VirtualService): TableStep[] {
  const service = desired.key;
  const steps: TableStep[] = [];
  const differences = serviceDifferences(standing, desired);
  if (differences.length > 0) {
    const reason = { why: 'differs', differences } as const;
    steps.push({ action: 'change-service', service, config: plainConfig(desired), reason });
  }
  const kernel = new Map(standing.destinations.map((destination) => [destinationKeyText(destination), destination]));
  const raised: TableStep[] = [];
  const lowered: TableStep[] = [];
  for (const destination of desired.destinations) {
    const key = destinationKeyText(destination);
    const other = kernel.get(key);
    kernel.delete(key);
    if (!other) {
      steps.push(addDestination(desired, destination));
      continue;
    }
    const differing = destinationDifferences(other, destination);
    if (differing.length === 0) continue;
    // Raise before lowering: were the only serving destination quiesced first, clients would get ECONNREFUSED.
    (destination.weight >= other.weight ? raised : lowered).push({
      action: 'change-destination',
      service,
      destination: plainDestination(destination),
      reason: { why: 'differs', differences: differing },
    });
  }
  const removed = [...kernel.values()].map(
    (destination): TableStep => ({
      action: 'remove-destination',
      service,
      destination: { address: destination.address, port: destination.port },
      reason: { why: 'not-defined' },
    }),
  );
  return [...steps, ...raised, ...lowered, ...removed];
}

const addDestination = (service: VirtualService, destination: Destination): TableStep => ({
  action: 'add-destination',
  service: service.key,
  destination: plainDestination(destination),
  reason: { why: 'missing' },
});
