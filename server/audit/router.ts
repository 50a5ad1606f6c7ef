import { z } from 'zod';
import { auditFiltersSchema } from '../../domain/audit/audit-row.ts';
import { administratorProcedure, router, viewerProcedure } from '../trpc/procedures.ts';
import { type ChainStatus, chainStatus, verifyNow } from './chain-status.ts';
import { type AuditDetail, auditDetail } from './detail.ts';
import { type AuditPage, auditPage } from './page.ts';

export const auditRouter = router({
  list: viewerProcedure
    .input(z.strictObject({ filters: auditFiltersSchema.default({}), cursor: z.number().int().min(1).nullish() }))
    .query(({ ctx, input }): Promise<AuditPage> => auditPage(ctx.parts.db, input.filters, input.cursor ?? null)),
  /** One row, with what its cluster's definition was before and after it. */
  get: viewerProcedure
    .input(z.strictObject({ id: z.number().int().min(1) }))
    .query(({ ctx, input }): Promise<AuditDetail> => auditDetail(ctx.parts, input.id)),
  /** Whether the log is as it was written, as far as the console knows. */
  chain: viewerProcedure.query(({ ctx }): Promise<ChainStatus> => chainStatus(ctx.parts)),
  /** Begins to look at all rows; `chain` tells what comes of it. */
  verify: administratorProcedure
    .meta({ action: 'audit.verify' })
    .mutation(({ ctx }): Promise<void> => verifyNow(ctx.parts, ctx.actor)),
});
