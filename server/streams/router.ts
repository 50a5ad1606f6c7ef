import { z } from 'zod';
import { type AuditStream, addStreamSchema } from '../../domain/audit/audit-stream.ts';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import { reasonSchema } from '../../domain/overlay/overlay.ts';
import { administratorProcedure, router } from '../trpc/procedures.ts';
import { listStreams, newStream, pauseStream, removeStream } from './commands.ts';

const why = { reason: reasonSchema };

/** Where the audit log is sent to. */
export const streamsRouter = router({
  list: administratorProcedure.query(({ ctx }): Promise<readonly AuditStream[]> => listStreams(ctx.parts)),
  add: administratorProcedure
    .meta({ action: 'audit.add-stream' })
    .input(addStreamSchema)
    .mutation(({ ctx, input }): Promise<{ readonly secret: string | null }> => newStream(ctx.parts, ctx.actor, input)),
  pause: administratorProcedure
    .meta({ action: 'audit.change-stream' })
    .input(z.strictObject({ name: nameSchema, paused: z.boolean(), ...why }))
    .mutation(({ ctx, input }): Promise<void> => pauseStream(ctx.parts, ctx.actor, input)),
  remove: administratorProcedure
    .meta({ action: 'audit.remove-stream' })
    .input(z.strictObject({ name: nameSchema, ...why }))
    .mutation(({ ctx, input }): Promise<void> => removeStream(ctx.parts, ctx.actor, input)),
});
