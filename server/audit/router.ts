import { z } from 'zod';
import { auditFiltersSchema } from '../../domain/audit/audit-row.ts';
import { router, viewerProcedure } from '../trpc/procedures.ts';
import { type AuditPage, auditPage } from './page.ts';

export const auditRouter = router({
  list: viewerProcedure
    .input(z.strictObject({ filters: auditFiltersSchema.default({}), cursor: z.number().int().min(1).nullish() }))
    .query(({ ctx, input }): Promise<AuditPage> => auditPage(ctx.parts.db, input.filters, input.cursor ?? null)),
});
