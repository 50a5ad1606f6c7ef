import { z } from 'zod';
import { destinationKeyTextSchema, serviceKeyTextSchema } from '../overlay/overlay.ts';
import { observedDestinationConfigSchema, observedServiceConfigSchema } from '../wire/observed-schema.ts';

/**
 * What a kernel has at one place against what the definition says there; null where one of them has nothing.
 *
 * `over` is the definition's side at the time: once the definition says something else there, the place is not
 * accepted any more, and the new definition is applied.
 */
export const standsSchema = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('service'),
    service: serviceKeyTextSchema,
    over: observedServiceConfigSchema.nullable(),
    stands: observedServiceConfigSchema.nullable(),
  }),
  z.strictObject({
    what: z.literal('destination'),
    service: serviceKeyTextSchema,
    destination: destinationKeyTextSchema,
    over: observedDestinationConfigSchema.nullable(),
    stands: observedDestinationConfigSchema.nullable(),
  }),
  z.strictObject({
    what: z.literal('setting'),
    /** `tcp`, `tcpfin` or `udp` of the timeouts, or a sysctl's name. */
    name: z.string().max(60),
    over: z.number(),
    stands: z.number(),
  }),
]);

export type Stands = z.output<typeof standsSchema>;
export type ServiceStands = Extract<Stands, { what: 'service' }>;
export type DestinationStands = Extract<Stands, { what: 'destination' }>;
export type SettingStands = Extract<Stands, { what: 'setting' }>;

/**
 * A hand edit on one director that people decided to leave, laid over the definition of that director alone.
 *
 * Like a drain it is an overlay and never an edit: ending it shows the drift again.
 */
export const acceptedDriftSchema = z.strictObject({
  id: z.string().min(1).max(64),
  stands: standsSchema,
  reason: z.string().max(500),
  by: z.string().max(200),
  /** Milliseconds since 1970 on the console's clock. */
  since: z.number().int(),
});

export type AcceptedDrift = z.output<typeof acceptedDriftSchema>;
