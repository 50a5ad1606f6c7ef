import { z } from 'zod';
import {
  type ConnectionSummary,
  connectionFilterSchema,
  mostSampled,
} from '../../domain/connections/connection-summary.ts';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import { resumed } from '../live/view-input.ts';
import { router, viewerProcedure } from '../trpc/procedures.ts';
import { type FollowedLook, followedLook } from './followed-look.ts';

const lookInput = z.strictObject({ director: nameSchema, filter: connectionFilterSchema });

export const connectionsRouter = router({
  /** A look into a director's connection table, made now. A query: it changes nothing. */
  look: viewerProcedure
    .input(lookInput.extend({ sample: z.number().int().min(0).max(mostSampled).default(0) }))
    .query(({ ctx, input: { director, filter, sample } }): Promise<ConnectionSummary> => {
      const { fleet, looks } = ctx.parts;
      return looks.ask(fleet.director(director).director, { filter, sample });
    }),
  /** The same, with what was found so far while the director goes on looking; the last one is the whole answer. */
  follow: viewerProcedure
    .input(lookInput.extend(resumed))
    .subscription(({ ctx, input: { director, filter } }): AsyncGenerator<FollowedLook, void> => {
      const { fleet, looks } = ctx.parts;
      return followedLook((soFar) => looks.ask(fleet.director(director).director, { filter, soFar }));
    }),
});
