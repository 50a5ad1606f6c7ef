import type { TrackedEnvelope } from '@trpc/server';
import { z } from 'zod';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import type { Job } from '../../domain/display/job.ts';
import type { ApplyProgress } from '../../domain/display/views.ts';
import { resumed } from '../live/view-input.ts';
import { router, viewerProcedure } from '../trpc/procedures.ts';
import { jobOf } from './job-of.ts';

const intentInput = z.strictObject({ cluster: nameSchema, generation: z.number().int().min(1) });
const hasEnded = (apply: ApplyProgress): boolean => apply.endedAt !== null;

export const appliesRouter = router({
  /** What became of an intent so far, for whoever asks again. */
  job: viewerProcedure
    .input(intentInput)
    .query(({ ctx, input }): Promise<Job> => jobOf(ctx.parts, input.cluster, input.generation)),
  /** What becomes of a generation on each director, until it ended on all of them. */
  follow: viewerProcedure.input(intentInput.extend(resumed)).subscription(async function* ({
    ctx,
    input,
    signal,
  }): AsyncGenerator<TrackedEnvelope<readonly ApplyProgress[]>, void> {
    const { views, hub } = ctx.parts;
    for await (const event of hub.follow(views.applies(input.cluster, input.generation), signal, ctx.follower)) {
      yield event;
      if (event[1].every(hasEnded)) return;
    }
  }),
});
