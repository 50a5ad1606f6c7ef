import { z } from 'zod';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import { reasonSchema } from '../../domain/overlay/overlay.ts';
import { administratorProcedure, router } from '../trpc/procedures.ts';
import { createCluster, removeCluster } from './commands.ts';

export const clustersRouter = router({
  create: administratorProcedure
    .meta({ action: 'cluster.create' })
    .input(z.strictObject({ name: nameSchema }))
    .mutation(({ ctx, input }): Promise<{ name: string }> => createCluster(ctx.parts, ctx.actor, input.name)),
  /** Only without directors and services. */
  remove: administratorProcedure
    .meta({ action: 'cluster.remove' })
    .input(z.strictObject({ name: nameSchema, reason: reasonSchema }))
    .mutation(({ ctx, input }): Promise<void> => removeCluster(ctx.parts, ctx.actor, input)),
});
