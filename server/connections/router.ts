import { z } from 'zod';
import { type ConnectionSummary, connectionFilterSchema } from '../../domain/connections/connection-summary.ts';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import { router, viewerProcedure } from '../trpc/procedures.ts';

export const connectionsRouter = router({
  /** A look into a director's connection table, made now. A query: it changes nothing. */
  look: viewerProcedure
    .input(z.strictObject({ director: nameSchema, filter: connectionFilterSchema }))
    .query(({ ctx, input }): Promise<ConnectionSummary> => {
      const { fleet, looks } = ctx.parts;
      return looks.ask(fleet.director(input.director).director, input.filter);
    }),
});
