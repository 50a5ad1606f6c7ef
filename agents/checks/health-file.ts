import { z } from 'zod';
import { checkOutcomeSchema } from '../../domain/checks/check-outcome.ts';

/** What the agent's checks took out, kept so that its restart puts nothing back. */
export const healthFileSchema = z.strictObject({
  version: z.literal(1),
  out: z
    .array(
      z.strictObject({
        /** As `placeText` has it. */
        place: z.string().max(300),
        /** Milliseconds since 1970 on the director's clock. */
        since: z.number(),
        outcome: checkOutcomeSchema,
      }),
    )
    .max(100_000),
});

export type HealthFile = z.output<typeof healthFileSchema>;

export const noHealth: HealthFile = { version: 1, out: [] };
