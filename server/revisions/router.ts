import { z } from 'zod';
import { nameSchema } from '../../domain/definition/service-definition.ts';
import type { Revision } from '../../domain/revision/revision-row.ts';
import { AppError } from '../trpc/app-error.ts';
import { router, viewerProcedure } from '../trpc/procedures.ts';
import { type RevisionPage, revisionPage } from './page.ts';
import { findRevision } from './store.ts';

const number = z.number().int().min(0);

export const revisionsRouter = router({
  list: viewerProcedure
    .input(z.strictObject({ cluster: nameSchema, before: number.nullable() }))
    .query(
      ({ ctx: { parts }, input }): Promise<RevisionPage> =>
        revisionPage(parts.db, parts.fleet.cluster(input.cluster).id, input.before),
    ),
  /** Number 0 is the empty definition before the first. */
  get: viewerProcedure
    .input(z.strictObject({ cluster: nameSchema, number }))
    .query(async ({ ctx: { parts }, input }): Promise<Revision> => {
      const revision = await findRevision(parts.db, parts.fleet.cluster(input.cluster).id, input.number);
      if (!revision) throw new AppError('NOT_FOUND', `There is no revision ${input.number}.`);
      return revision;
    }),
});
