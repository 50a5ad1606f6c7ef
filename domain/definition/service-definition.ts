import { z } from 'zod';
import { checkSchema } from '../checks/check.ts';
import { familyOf, isUnicast } from '../lvs/address.ts';
import { destinationKeyText } from '../lvs/destination-key.ts';
import { protocols } from '../lvs/protocol.ts';
import { schedulerFlags, schedulers, takesFlags } from '../lvs/scheduler.ts';
import { familyOfService } from '../lvs/service-key.ts';
import { addressSchema } from './address-schema.ts';
import { type DestinationDefinition, destinationDefinitionSchema, portSchema } from './destination-definition.ts';

/** A name that people give: letters, digits, dot, dash and underscore, so that it needs no quoting anywhere. */
export const nameSchema = z
  .string()
  .trim()
  .min(1)
  .max(63)
  .regex(/^[a-z0-9][a-z0-9._-]*$/i, 'name-characters');

export const serviceKeySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('address'), protocol: z.enum(protocols), address: addressSchema, port: portSchema }),
  z.strictObject({
    kind: z.literal('fwmark'),
    fwmark: z.number().int().min(1).max(0xffffffff),
    family: z.enum(['ipv4', 'ipv6']),
  }),
]);

/** ipvsadm(8) ends persistence at 31 days. */
export const persistenceSchema = z.strictObject({
  timeout: z.number().int().min(1).max(2678400),
  netmask: z.number().int().min(1).max(128),
});

const serviceShape = z.strictObject({
  name: nameSchema,
  key: serviceKeySchema,
  scheduler: z.enum(schedulers),
  schedulerFlags: z.array(z.enum(schedulerFlags)).max(schedulerFlags.length).default([]),
  onePacket: z.boolean().default(false),
  persistence: persistenceSchema.nullable().default(null),
  persistenceEngine: z.literal('sip').nullable().default(null),
  /** How each director checks its destinations; null where nobody does. */
  check: checkSchema.nullable().default(null),
  destinations: z.array(destinationDefinitionSchema).max(1000).default([]),
});

type Refuse = (path: (string | number)[], message: string) => void;

/**
 * A virtual service as operators write it, with its destinations.
 *
 * Refuses what the kernel takes in silence and then serves wrongly: VIP 0.0.0.0, port 0 without persistence, another
 * port with direct routing or tunneling, flags that the scheduler ignores.
 */
export const serviceDefinitionSchema = serviceShape.superRefine((service, context) => {
  const refuse: Refuse = (path, message) => context.addIssue({ code: 'custom', path, message });
  refuseKey(service, refuse);
  refusePersistence(service, refuse);
  if (service.schedulerFlags.length > 0 && !takesFlags(service.scheduler))
    refuse(['schedulerFlags'], 'flags-need-sh-or-mh');
  if (new Set(service.schedulerFlags).size < service.schedulerFlags.length) refuse(['schedulerFlags'], 'flags-twice');
  if (service.onePacket && service.key.kind === 'address' && service.key.protocol !== 'UDP')
    refuse(['onePacket'], 'one-packet-needs-udp');
  refuseDestinations(service, refuse);
  // No server listens on port 0: it stands for every port.
  if (service.check?.port === null && service.destinations.some((to) => to.port === 0))
    refuse(['check', 'port'], 'check-port-needed');
});

export type ServiceDefinition = z.output<typeof serviceDefinitionSchema>;
type Service = z.output<typeof serviceShape>;

function refuseKey({ key, persistence }: Service, refuse: Refuse): void {
  if (key.kind !== 'address') return;
  if (!isUnicast(key.address)) refuse(['key', 'address'], 'vip-not-unicast');
  if (key.port === 0 && !persistence) refuse(['key', 'port'], 'port-zero-needs-persistence');
}

function refusePersistence(service: Service, refuse: Refuse): void {
  const { key, persistence } = service;
  const longest = familyOfService(key) === 'ipv6' ? 128 : 32;
  if (persistence && persistence.netmask > longest) refuse(['persistence', 'netmask'], 'netmask-too-long');
  if (!service.persistenceEngine) return;
  if (!persistence) refuse(['persistenceEngine'], 'engine-needs-persistence');
  if (key.kind === 'address' && key.protocol !== 'UDP') refuse(['persistenceEngine'], 'engine-needs-udp');
}

function refuseDestinations(service: Service, refuse: Refuse): void {
  const seen = new Set<string>();
  for (const [index, destination] of service.destinations.entries()) {
    const path = ['destinations', index];
    const text = destinationKeyText(destination);
    if (seen.has(text)) refuse([...path, 'address'], 'destination-twice');
    seen.add(text);
    refuseForwarding(service, destination, (field, message) => refuse([...path, field], message));
  }
}

function refuseForwarding(
  service: Service,
  destination: DestinationDefinition,
  refuse: (field: string, message: string) => void,
): void {
  const { key } = service;
  const sameFamily = familyOf(destination.address) === familyOfService(key);
  if (!sameFamily && destination.forwarding !== 'tunneling') refuse('address', 'mixed-family-needs-tunneling');
  if (destination.forwarding === 'masquerading') return;
  // The kernel lists the other port, and the traffic still goes to the service's.
  const servicePort = key.kind === 'address' ? key.port : 0;
  if (destination.port !== servicePort) refuse('port', 'port-needs-masquerading');
}
