import { z } from 'zod';
import { checkOutcomeSchema } from '../checks/check-outcome.ts';
import { healthVerdicts } from '../checks/health.ts';
import { destinationKeyTextSchema, serviceKeyTextSchema } from '../overlay/overlay.ts';

const count = z.number().int().min(0);
/** Milliseconds before the message was made: the two sides' clocks needn't agree. */
const ago = z.number().min(0);

/** Where a destination is in a table: its service and its own key. */
export const placeSchema = z.strictObject({ service: serviceKeyTextSchema, destination: destinationKeyTextSchema });

/** What a director's agent knows of a destination by its check. */
export const destinationHealthSchema = z.strictObject({
  ...placeSchema.shape,
  verdict: z.enum(healthVerdicts),
  since: ago.nullable(),
  streak: count,
  streakSince: ago.nullable(),
  needed: count,
  falls: count,
  last: z.strictObject({ passed: z.boolean(), outcome: checkOutcomeSchema, at: ago }).nullable(),
});

/** What the checks of a director found, told once a second where something was checked. */
export const healthMessageSchema = z.strictObject({
  type: z.literal('health'),
  /** True: of every checked destination, and there are no others. False: of those checked since the last one. */
  whole: z.boolean(),
  destinations: z.array(destinationHealthSchema).max(100_000),
});

export type DestinationHealth = z.output<typeof destinationHealthSchema>;
export type HealthMessage = z.output<typeof healthMessageSchema>;
