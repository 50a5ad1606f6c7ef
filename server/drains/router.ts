import type { DrainPreview } from '../../domain/display/drain-preview.ts';
import {
  drainChangeSchema,
  drainEndSchema,
  drainPreviewSchema,
  drainStartSchema,
} from '../../domain/overlay/drain-input.ts';
import { operatorProcedure, router } from '../trpc/procedures.ts';
import { changeDrain, endDrain, type Started, startDrain } from './commands.ts';
import { previewDrain } from './preview-drain.ts';

export const drainsRouter = router({
  preview: operatorProcedure
    .meta({ action: 'drain.start' })
    .input(drainPreviewSchema)
    .query(({ ctx, input }): DrainPreview => previewDrain(ctx.parts, input)),
  start: operatorProcedure
    .meta({ action: 'drain.start' })
    .input(drainStartSchema)
    .mutation(({ ctx, input }): Promise<Started> => startDrain(ctx.parts, ctx.actor, input)),
  /** Extends a deadline, cuts now, or gives a drain other settings. */
  change: operatorProcedure
    .meta({ action: 'drain.change' })
    .input(drainChangeSchema)
    .mutation(({ ctx, input }): Promise<Started> => changeDrain(ctx.parts, ctx.actor, input)),
  end: operatorProcedure
    .meta({ action: 'drain.end' })
    .input(drainEndSchema)
    .mutation(({ ctx, input }): Promise<{ generation: number }> => endDrain(ctx.parts, ctx.actor, input)),
});
