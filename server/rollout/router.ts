import { z } from 'zod';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import { reasonSchema } from '../../domain/overlay/overlay.ts';
import { operatorProcedure, router } from '../trpc/procedures.ts';
import { goOn } from './commands.ts';

export const rolloutRouter = router({
  /** Lets the waiting directors go on, whatever became of the first one. */
  goOn: operatorProcedure
    .meta({ action: 'rollout.go-on' })
    .input(z.strictObject({ cluster: nameSchema, reason: reasonSchema }))
    .mutation(({ ctx, input }): Promise<{ generation: number }> => goOn(ctx.parts, ctx.actor, input)),
});
