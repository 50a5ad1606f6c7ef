import { z } from 'zod';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import type { EnrolmentToken } from '../../domain/enrolment/enrolment-token.ts';
import { reasonSchema } from '../../domain/overlay/overlay.ts';
import { administratorProcedure, router } from '../trpc/procedures.ts';
import { createToken, listTokens, type NewToken, removeDirector, revokeToken } from './commands.ts';

export const directorsRouter = router({
  token: administratorProcedure
    .meta({ action: 'director.token' })
    .input(z.strictObject({ cluster: nameSchema, name: nameSchema, reason: reasonSchema }))
    .mutation(({ ctx, input }): Promise<NewToken> => createToken(ctx.parts, ctx.actor, input)),
  tokens: administratorProcedure
    .input(z.strictObject({ cluster: nameSchema }))
    .query(({ ctx, input }): Promise<readonly EnrolmentToken[]> => listTokens(ctx.parts, input.cluster)),
  revokeToken: administratorProcedure
    .meta({ action: 'director.revoke-token' })
    .input(z.strictObject({ id: z.string().max(24) }))
    .mutation(({ ctx, input }): Promise<void> => revokeToken(ctx.parts, ctx.actor, input.id)),
  /** Forgets a director. Its kernel's table stays as it is. */
  remove: administratorProcedure
    .meta({ action: 'director.remove' })
    .input(z.strictObject({ director: nameSchema, reason: reasonSchema, confirm: z.string().max(200).nullable() }))
    .mutation(({ ctx, input }): Promise<void> => removeDirector(ctx.parts, ctx.actor, input)),
});
