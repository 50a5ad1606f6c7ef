import type { TrackedEnvelope } from '@trpc/server';
import { z } from 'zod';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import type { ApplyProgress } from '../../domain/display/views.ts';
import { resumed } from '../live/view-input.ts';
import { router, viewerProcedure } from '../trpc/procedures.ts';

export const appliesRouter = router({
  /** What becomes of a generation on each director, until it ended on all of them. */
  follow: viewerProcedure
    .input(z.strictObject({ cluster: nameSchema, generation: z.number().int().min(1), ...resumed }))
    .subscription((): AsyncGenerator<TrackedEnvelope<readonly ApplyProgress[]>, void> => unwritten()),
});

const unwritten = (): never => {
  throw new Error('not written yet');
};
