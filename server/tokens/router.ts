import { z } from 'zod';
import { type ApiToken, newApiTokenSchema } from '../../domain/access/api-token.ts';
import { router, viewerProcedure } from '../trpc/procedures.ts';
import { createApiToken, listApiTokens, type NewApiToken, revokeApiToken } from './commands.ts';

/** For people alone: a token makes no tokens. */
export const tokensRouter = router({
  list: viewerProcedure.query(({ ctx }): Promise<readonly ApiToken[]> => listApiTokens(ctx.parts, ctx.person)),
  create: viewerProcedure
    .meta({ action: 'token.create' })
    .input(newApiTokenSchema)
    .mutation(({ ctx, input }): Promise<NewApiToken> => createApiToken(ctx.parts, ctx.actor, ctx.person, input)),
  revoke: viewerProcedure
    .meta({ action: 'token.revoke' })
    .input(z.strictObject({ id: z.string().max(24) }))
    .mutation(({ ctx, input }): Promise<void> => revokeApiToken(ctx.parts, ctx.actor, ctx.person, input.id)),
});
