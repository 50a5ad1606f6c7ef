import { z } from 'zod';
import { portSchema, tunnelSchema } from '../definition/destination-definition.ts';
import { schedulerFlags } from '../lvs/scheduler.ts';

const count = z.number().int().min(0);

/** A destination's configuration as some kernel has it: wider than a definition, which refuses what a kernel takes. */
export const observedDestinationConfigSchema = z.strictObject({
  forwarding: z.enum(['direct-routing', 'tunneling', 'masquerading', 'local', 'bypass']),
  weight: count.max(0x7fffffff),
  upperThreshold: count,
  lowerThreshold: count,
  tunnel: z
    .union([
      tunnelSchema,
      z.strictObject({ type: z.literal('gue'), port: portSchema, checksum: z.enum(['nocsum', 'csum', 'remcsum']) }),
    ])
    .nullable(),
});

/** A virtual service's configuration as some kernel has it. */
export const observedServiceConfigSchema = z.strictObject({
  scheduler: z.string().max(16),
  schedulerFlags: z.array(z.enum(schedulerFlags)),
  onePacket: z.boolean(),
  persistence: z.strictObject({ timeout: count, netmask: count.max(128) }).nullable(),
  persistenceEngine: z.string().max(16).nullable(),
});
