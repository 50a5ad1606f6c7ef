import { z } from 'zod';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import { reasonSchema } from '../../domain/overlay/overlay.ts';
import { operatorProcedure, router } from '../trpc/procedures.ts';
import { ignoreDrift, stopIgnoring } from './commands.ts';

const onDirector = z.strictObject({ cluster: nameSchema, director: nameSchema, reason: reasonSchema });

export const driftRouter = router({
  /** Leaves what stands in a director's kernel at these places, as `stepTarget` names them. */
  ignore: operatorProcedure
    .meta({ action: 'drift.ignore' })
    .input(onDirector.extend({ targets: z.array(z.string().min(1).max(200)).min(1).max(1000) }))
    .mutation(({ ctx, input }): Promise<{ generation: number }> => ignoreDrift(ctx.parts, ctx.actor, input)),
  /** Makes them drift again, to be re-applied or adopted; nothing is written to a kernel. */
  stopIgnoring: operatorProcedure
    .meta({ action: 'drift.stop-ignoring' })
    .input(onDirector.extend({ ids: z.array(z.string().min(1).max(64)).min(1).max(1000) }))
    .mutation(({ ctx, input }): Promise<{ generation: number }> => stopIgnoring(ctx.parts, ctx.actor, input)),
});
