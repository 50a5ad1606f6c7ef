import { z } from 'zod';
import { type AuditRow, auditFiltersSchema } from '../../domain/audit/audit-row.ts';
import { router, viewerProcedure } from '../trpc/procedures.ts';

export interface AuditPage {
  /** Newest first, 100 at most. */
  readonly rows: readonly AuditRow[];
  /** The cursor of the next page; null on the last. */
  readonly next: number | null;
}

export const auditRouter = router({
  list: viewerProcedure
    .input(z.strictObject({ filters: auditFiltersSchema.default({}), cursor: z.number().int().min(1).nullish() }))
    .query((): Promise<AuditPage> => unwritten()),
});

const unwritten = (): never => {
  throw new Error('not written yet');
};
