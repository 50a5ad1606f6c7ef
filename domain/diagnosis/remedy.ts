import type { Change } from '../definition/change.ts';
import type { Definition } from '../definition/definition.ts';
import { type ServiceDefinition, serviceDefinitionSchema } from '../definition/service-definition.ts';
import type { DestinationKeyText } from '../lvs/destination-key.ts';
import { destinationKeyText } from '../lvs/destination-key.ts';
import type { Scheduler } from '../lvs/scheduler.ts';
import { familyOfService, type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import type { SysctlName } from '../lvs/sysctl.ts';

/** A change that would mend a finding, small enough to be sent with it once a second. */
export type Remedy =
  | { readonly kind: 'remove-persistence' }
  /** One client, and not its network, is bound. */
  | { readonly kind: 'whole-netmask' }
  | { readonly kind: 'hash-port' }
  | { readonly kind: 'scheduler'; readonly scheduler: Scheduler }
  /** mh over address and port, without persistence. */
  | { readonly kind: 'mh-port' }
  | { readonly kind: 'one-packet' }
  | {
      readonly kind: 'thresholds';
      readonly destination: DestinationKeyText;
      readonly upper: number;
      readonly lower: number;
    }
  | { readonly kind: 'sysctls'; readonly values: Readonly<Partial<Record<SysctlName, number>>> };

/**
 * The change that a remedy means on a definition, so that it stands on the newest one when somebody asks for it.
 *
 * Null when the definition doesn't have the service or destination any more, has it so already, or can't take it.
 */
export function changeOf(remedy: Remedy, definition: Definition, key: ServiceKeyText | null): Change | null {
  if (remedy.kind === 'sysctls') {
    const { settings } = definition;
    const sysctls = { ...settings.sysctls, ...remedy.values };
    return { kind: 'set-settings', settings: { ...settings, sysctls } };
  }
  const service = definition.services.find((one) => serviceKeyText(one.key) === key);
  if (!service || !key) return null;
  if (remedy.kind === 'thresholds') {
    const { destination: to, upper, lower } = remedy;
    const written = service.destinations.find((one) => destinationKeyText(one) === to);
    if (!written) return null;
    const destination = { ...written, upperThreshold: upper, lowerThreshold: lower };
    return { kind: 'edit-destination', service: key, key: to, destination };
  }
  const edited = serviceDefinitionSchema.safeParse({ ...service, ...editOf(remedy, service) });
  return edited.success ? { kind: 'edit-service', key, service: edited.data } : null;
}

type ServiceRemedy = Exclude<Remedy, { kind: 'sysctls' | 'thresholds' }>;

function editOf(remedy: ServiceRemedy, service: ServiceDefinition): Partial<ServiceDefinition> {
  switch (remedy.kind) {
    case 'remove-persistence':
      return { persistence: null, persistenceEngine: null };
    case 'whole-netmask': {
      const netmask = familyOfService(service.key) === 'ipv6' ? 128 : 32;
      return { persistence: service.persistence && { ...service.persistence, netmask } };
    }
    case 'hash-port':
      return { schedulerFlags: [...new Set([...service.schedulerFlags, 'port' as const])] };
    case 'scheduler':
      return { scheduler: remedy.scheduler, schedulerFlags: [] };
    case 'mh-port':
      return { scheduler: 'mh', schedulerFlags: ['port'], persistence: null, persistenceEngine: null };
    case 'one-packet':
      return { onePacket: true };
  }
}
