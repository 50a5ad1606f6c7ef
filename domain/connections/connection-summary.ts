import { z } from 'zod';
import { addressSchema } from '../definition/address-schema.ts';
import { portSchema } from '../definition/destination-definition.ts';
import { destinationKeyTextSchema } from '../overlay/overlay.ts';

const count = z.number().int().min(0);

/** Which entries of a connection table are asked for; null leaves a part open. */
export const connectionFilterSchema = z.strictObject({
  /** Destinations, where the answer is about some of them: a virtual service's, say. */
  destinations: z.array(destinationKeyTextSchema).max(1000).nullable(),
  /** Where clients went, beside that: two services may share a destination. */
  vip: z.strictObject({ address: addressSchema, port: portSchema, protocol: z.string().max(4) }).nullable(),
  /** An address, or the beginning of one that ends with a dot or a colon: `10.9.`. */
  client: z
    .string()
    .trim()
    .max(64)
    .regex(/^[0-9a-f.:]*$/i, 'client-characters')
    .nullable(),
});
export type ConnectionFilter = z.output<typeof connectionFilterSchema>;

/** Most entries of a sample. */
export const mostSampled = 5000;

/** Of an agent that can tell what it found while it goes on looking, and bring a sample of the entries. */
export const lookCapability = 'look-2';

/** What else a look is asked for. */
export const moreOfLookSchema = z.strictObject({
  /** Whether what was found is told while the look goes on. */
  soFar: z.boolean(),
  /** Connections that are to come back as they stand, at most. */
  sample: count.max(mostSampled),
});
export type MoreOfLook = z.output<typeof moreOfLookSchema>;

/** Client, its port, state, and seconds until the entry goes: short, as there are thousands. */
const sampledSchema = z.tuple([addressSchema, portSchema, z.string().max(20), count]);
export type SampledConnection = z.output<typeof sampledSchema>;

const connectionSchema = z.strictObject({
  protocol: z.string().max(8),
  client: addressSchema,
  clientPort: portSchema,
  vip: addressSchema,
  vipPort: portSchema,
  destination: addressSchema,
  destinationPort: portSchema,
  state: z.string().max(20),
  expires: count,
});

/** How much of each list an answer has at most. */
export const mostClients = 50;
export const mostTemplates = 100;
export const mostConnections = 200;

/** What a look into a director's connection table found: bounded, whatever the size of the table. */
export const connectionSummarySchema = z.strictObject({
  /** Entries that were read, whether they matched or not. */
  read: count,
  /**
   * `whole`: the table was read to its end. Else the bound was met first, and what was read is a random part of it: the
   * kernel's order is that of a hash over client, VIP and ports.
   */
  extent: z.enum(['whole', 'part']),
  /** Milliseconds. */
  took: z.number().min(0),
  destinations: z
    .array(
      z.strictObject({
        destination: destinationKeyTextSchema,
        connections: count,
        templates: count,
        /** Connections by state. */
        states: z.record(z.string().max(20), count),
      }),
    )
    .max(5000),
  /** Different clients among the connections and templates that matched. */
  clientCount: count,
  /** Those with the most open connections, then with the most at all, the most first. */
  clients: z
    .array(
      z.strictObject({
        client: addressSchema,
        connections: count,
        templates: count,
        /** Where most of its connections are. */
        destination: destinationKeyTextSchema,
      }),
    )
    .max(mostClients),
  /** Those that stay longest first. */
  templates: z.array(connectionSchema).max(mostTemplates),
  templateCount: count,
  /** The first that matched. */
  connections: z.array(connectionSchema).max(mostConnections),
  connectionCount: count,
  /** Where one was asked for: the first that matched, which is a fair part, as the kernel's order is that of a hash. */
  sample: z.array(sampledSchema).max(mostSampled).optional(),
});
export type ConnectionSummary = z.output<typeof connectionSummarySchema>;
