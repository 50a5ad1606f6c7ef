import { z } from 'zod';
import { addressSchema } from '../definition/address-schema.ts';
import { portSchema } from '../definition/destination-definition.ts';
import { nameSchema } from '../definition/service-definition.ts';
import { serviceKeyTextSchema } from '../overlay/overlay.ts';

/** A real server as drains name it: by its name, or by its address where it has none. */
export const serverNameSchema = z.union([nameSchema, addressSchema]);

/** How real servers are dealt out to waves. */
export const wavesSchema = z.discriminatedUnion('by', [
  /** Two waves; the first has the odd one. */
  z.strictObject({ by: z.literal('half') }),
  /** So many in each wave. */
  z.strictObject({ by: z.literal('count'), count: z.number().int().min(1).max(1000) }),
  /** So many of a hundred in each wave, at least one. */
  z.strictObject({ by: z.literal('percent'), percent: z.number().int().min(1).max(100) }),
  /** A wave for each value of a label, `rack` for `rack=a` and `rack=b`, in the order of the values. */
  z.strictObject({ by: z.literal('label'), label: z.string().trim().min(1).max(63) }),
  z.strictObject({
    by: z.literal('hand'),
    waves: z.array(z.array(serverNameSchema).min(1).max(1000)).min(1).max(1000),
  }),
]);

/** How the servers of a wave are taken out: as a drain by hand. */
export const releaseDrainSchema = z.strictObject({
  mode: z.enum(['wait', 'elsewhere', 'cut']).default('wait'),
  /** Seconds; null for no deadline. */
  deadline: z.number().int().min(1).max(604_800).nullable().default(600),
  /** `ask`: the release halts. `cut`: what is left ends, and it goes on. `give-up`: they return, and it halts. */
  atDeadline: z.enum(['ask', 'cut', 'give-up']).default('ask'),
  ignoresPersistence: z.boolean().default(false),
});

/**
 * An address and port at which the drained servers of a wave stand alone, while they are out.
 *
 * `like` is the service whose destinations they are there too: port, forwarding method. It is never itself touched.
 */
export const testServiceSchema = z.strictObject({
  protocol: z.enum(['TCP', 'UDP', 'SCTP']).default('TCP'),
  address: addressSchema,
  port: portSchema.min(1),
  like: serviceKeyTextSchema,
});

export const verifySchema = z.strictObject({
  /** Checks that must pass one after the other on each destination that has a check; 0 asks none. */
  passes: z.number().int().min(0).max(100).default(3),
  /** Seconds in which they must have passed. */
  within: z.number().int().min(1).max(86_400).default(120),
});

/** How a release goes on, as people write it: the form, the API and a template have the same. */
export const releaseSettingsSchema = z.strictObject({
  /** The services that servers are taken out of; empty for every service of the cluster. */
  services: z.array(serviceKeyTextSchema).max(5000).default([]),
  /** The real servers; empty for all of the services. Not asked where waves are made by hand. */
  realServers: z.array(serverNameSchema).max(5000).default([]),
  waves: wavesSchema.default({ by: 'half' }),
  /** A server that an operator took out: it stays out of the release, or its wave waits until it is back. */
  takenOut: z.enum(['leave-out', 'wait']).default('leave-out'),
  drain: releaseDrainSchema.prefault({}),
  /** Whether a wave that is drained waits for *continue*. */
  hold: z.boolean().default(true),
  testService: testServiceSchema.nullable().default(null),
  verify: verifySchema.prefault({}),
  /** Seconds over which weights rise again; null for at once. */
  ramp: z.number().int().min(1).max(86_400).nullable().default(null),
  /** Seconds for which a wave that is back is watched before the next one begins. */
  watch: z.number().int().min(0).max(86_400).default(60),
});

export type ReleaseSettings = z.output<typeof releaseSettingsSchema>;
export type Waves = ReleaseSettings['waves'];
export type TestService = z.output<typeof testServiceSchema>;

/** Settings that people keep under a name, to do the same again. */
export interface ReleaseTemplate {
  readonly name: string;
  readonly settings: ReleaseSettings;
  readonly by: string;
  /** Milliseconds since 1970 on the console's clock. */
  readonly savedAt: number;
}
