import { z } from 'zod';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import type { Preview } from '../../domain/display/preview.ts';
import { drainTargetSchema, reasonSchema } from '../../domain/overlay/overlay.ts';
import { operatorProcedure, router } from '../trpc/procedures.ts';
import { endDrain, previewDrain, startDrain } from './commands.ts';

const targeted = z.strictObject({ cluster: nameSchema, targets: z.array(drainTargetSchema).min(1).max(1000) });

export const drainsRouter = router({
  preview: operatorProcedure
    .meta({ action: 'drain.start' })
    .input(targeted.extend({ action: z.enum(['drain', 'return']) }))
    .query(({ ctx, input }): Preview => previewDrain(ctx.parts, input)),
  start: operatorProcedure
    .meta({ action: 'drain.start' })
    .input(targeted.extend({ reason: reasonSchema, confirm: z.string().max(200).nullable().default(null) }))
    .mutation(
      ({ ctx, input }): Promise<{ generation: number; overlays: readonly string[] }> =>
        startDrain(ctx.parts, ctx.actor, input),
    ),
  end: operatorProcedure
    .meta({ action: 'drain.end' })
    .input(targeted.extend({ reason: reasonSchema }))
    .mutation(({ ctx, input }): Promise<{ generation: number }> => endDrain(ctx.parts, ctx.actor, input)),
});
