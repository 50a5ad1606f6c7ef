import { askedAnnotationsSchema, askedHistorySchema } from '../../domain/history/asked-history.ts';
import type { Annotations, HistoryAnswer } from '../../domain/history/history-answer.ts';
import { router, viewerProcedure } from '../trpc/procedures.ts';
import { annotationsOf } from './annotations.ts';
import { seriesAnswer } from './series-answer.ts';

export const historyRouter = router({
  series: viewerProcedure
    .input(askedHistorySchema)
    .query(({ ctx, input }): Promise<HistoryAnswer> => seriesAnswer(ctx.parts, input)),
  annotations: viewerProcedure.input(askedAnnotationsSchema).query(({ ctx, input }): Promise<Annotations> => {
    const { name } = ctx.parts.fleet.cluster(input.cluster);
    return annotationsOf(ctx.parts.db, name, input.from, input.to);
  }),
});
