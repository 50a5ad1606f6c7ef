import { z } from 'zod';
import { addressSchema } from '../definition/address-schema.ts';
import { portSchema } from '../definition/destination-definition.ts';
import { protocols } from '../lvs/protocol.ts';
import { serviceKeyTextSchema } from '../overlay/overlay.ts';
import { placeSchema } from './health-message.ts';
import { observedDestinationConfigSchema, observedServiceConfigSchema } from './observed-schema.ts';

const count = z.number().int().min(0);

// Keys first: of several fields that are wrong, a refusal names the first.
const destinationSchema = z.strictObject({
  address: addressSchema,
  port: portSchema,
  ...observedDestinationConfigSchema.shape,
});

const keySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('address'), protocol: z.enum(protocols), address: addressSchema, port: portSchema }),
  z.strictObject({ kind: z.literal('fwmark'), fwmark: count.max(0xffffffff), family: z.enum(['ipv4', 'ipv6']) }),
]);

const serviceSchema = z.strictObject({
  key: keySchema,
  ...observedServiceConfigSchema.shape,
  destinations: z.array(destinationSchema),
});

const factsSchema = z.strictObject({
  kernel: z.string().max(200),
  ipvs: z.string().max(40),
  connectionTableSize: count,
  bootId: z.string().max(100),
  sysctls: z.record(z.string().max(60), z.number()),
  timeouts: z.strictObject({ tcp: count, tcpfin: count, udp: count }),
  daemons: z.array(
    z.strictObject({ state: z.enum(['master', 'backup']), interface: z.string().max(16), syncId: count }),
  ),
  addresses: z.array(addressSchema).max(10_000),
});

/** A director's table without its numbers, sent when it differs from the last one and first of all on a connection. */
export const tableMessageSchema = z.strictObject({
  type: z.literal('table'),
  /** Rises with each table of a connection; samples name the table that they belong to. */
  tableNumber: z.number().int().min(1),
  kernelTime: z.number().min(0),
  services: z.array(serviceSchema).max(20_000),
  owned: z.array(serviceKeyTextSchema).max(20_000),
  facts: factsSchema,
  /** Destinations that have weight 0 here because their check fails; missing where nothing is checked. */
  outByHealth: z.array(placeSchema).max(100_000).optional(),
});

/** The numbers of a table at one moment, `numbersPerDestination` for each destination in the table's order. */
export const sampleMessageSchema = z.strictObject({
  type: z.literal('sample'),
  tableNumber: z.number().int().min(1),
  kernelTime: z.number().min(0),
  numbers: z.array(z.number().min(0)),
});

export type TableMessage = z.output<typeof tableMessageSchema>;
export type SampleMessage = z.output<typeof sampleMessageSchema>;
