import { type Definition, emptyDefinition } from '../../definition/definition.ts';
import { compareAddresses } from '../../lvs/address.ts';
import { destinationKeyText } from '../../lvs/destination-key.ts';
import { takesFlags } from '../../lvs/scheduler.ts';
import { type ServiceKey, serviceKeyText } from '../../lvs/service-key.ts';
import type { KernelSettings } from '../../lvs/sysctl.ts';
import type { Destination, VirtualService } from '../../lvs/table.ts';
import { ipvsadmRules } from '../../plan/ipvsadm-line.ts';
import { assembleDefinition } from '../assemble-definition.ts';
import type { DraftDestination, DraftService } from '../draft-service.ts';
import { inLineOrder, leftOut, onLine } from '../note.ts';
import type { Note } from '../read-file.ts';
import { settingsFromKernel } from './settings-from-kernel.ts';

export interface DefinitionFromTable {
  /** Always one that `definitionSchema` accepts as it is. */
  readonly definition: Definition;
  /** Their lines are those of `source`. */
  readonly notes: readonly Note[];
  /** The table as `ipvsadm -S` prints it, with the thresholds that it doesn't. */
  readonly source: string;
}

/**
 * The definition that makes a kernel's table as it stands on a director.
 *
 * What a definition refuses, such as local destinations and schedulers that only this kernel knows, is left out with a
 * note. Names and checks come from `existing`; a service that it doesn't have is called after its key.
 */
export function definitionFromTable(
  services: readonly VirtualService[],
  kernel: KernelSettings | null,
  existing: Definition = emptyDefinition,
): DefinitionFromTable {
  const known = new Map(existing.services.map((service) => [serviceKeyText(service.key), service]));
  const sorted = services
    .map((service) => ({ ...service, destinations: service.destinations.toSorted(compareDestinations) }))
    .toSorted((a, b) => compareKeys(a.key, b.key));
  const notes: Note[] = [];
  let line = 1;
  const drafts: DraftService[] = [];
  for (const service of sorted) {
    const draft = draftOf(service, known.get(serviceKeyText(service.key)) ?? null, line, notes);
    if (draft) drafts.push(draft);
    line += 1 + service.destinations.length;
  }
  const { settings, notes: settingNotes } = settingsFromKernel(kernel, existing.settings);
  const assembled = assembleDefinition(drafts, settings);
  return {
    definition: { ...assembled.definition, realServers: existing.realServers },
    notes: inLineOrder([...settingNotes, ...notes, ...assembled.notes]),
    source: ipvsadmRules({ services: sorted }).join('\n'),
  };
}

function draftOf(
  service: VirtualService,
  existing: Definition['services'][number] | null,
  line: number,
  notes: Note[],
): DraftService | undefined {
  const { key, scheduler, schedulerFlags, onePacket, persistence, persistenceEngine } = service;
  if (persistenceEngine !== null && persistenceEngine !== 'sip') {
    notes.push(leftOut(onLine(line), 'value-invalid', `${serviceKeyText(key)} --pe ${persistenceEngine}`));
    for (const [at, to] of service.destinations.entries())
      notes.push(leftOut(onLine(line + 1 + at), 'destination-without-service', destinationKeyText(to)));
    return undefined;
  }
  // Other schedulers don't look at flags, and a definition holds none for them.
  const flags = takesFlags(scheduler) ? schedulerFlags : [];
  if (flags.length < schedulerFlags.length)
    notes.push(leftOut(onLine(line), 'value-invalid', `${serviceKeyText(key)} -b ${schedulerFlags.join(',')}`));
  const destinations = service.destinations.flatMap((to, at) => draftDestination(to, line + 1 + at, notes) ?? []);
  const { name = null, check = null } = existing ?? {};
  const head = { ...onLine(line), name, check, key, scheduler, schedulerFlags: flags };
  return { ...head, onePacket, persistence, persistenceEngine, destinations };
}

function draftDestination(to: Destination, line: number, notes: Note[]): DraftDestination | undefined {
  const { address, port, forwarding, weight, upperThreshold, lowerThreshold } = to;
  if (forwarding === 'local' || forwarding === 'bypass') {
    notes.push(leftOut(onLine(line), 'forwarding-unknown', `${destinationKeyText(to)} ${forwarding}`));
    return undefined;
  }
  // IPIP is what tunneling is without a type; the kernel spells it out.
  const tunnel = to.tunnel?.type === 'ipip' ? null : to.tunnel;
  const fields = { address, port, forwarding, weight, upperThreshold, lowerThreshold, tunnel };
  return { ...onLine(line), serverName: null, ...fields };
}

const compareDestinations = (a: Destination, b: Destination): number =>
  compareAddresses(a.address, b.address) || a.port - b.port;

/** By address and port as people look for them, then by fwmark. */
function compareKeys(a: ServiceKey, b: ServiceKey): number {
  if (a.kind === 'address' && b.kind === 'address')
    return compareAddresses(a.address, b.address) || a.port - b.port || a.protocol.localeCompare(b.protocol, 'en');
  if (a.kind === 'fwmark' && b.kind === 'fwmark') return a.fwmark - b.fwmark || a.family.localeCompare(b.family, 'en');
  return a.kind === 'address' ? -1 : 1;
}
