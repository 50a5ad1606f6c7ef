import { z } from 'zod';
import { auditFiltersSchema } from '../../../domain/audit/audit-row.ts';
import { route } from '../route.ts';
import { auditRowSchema } from '../schemas/audit-schema.ts';
import { list } from '../schemas/numbers.ts';

const time = z.coerce.number().int().optional();
/** The filters of the review page, in an address. */
const filters = auditFiltersSchema.extend({ from: time, to: time });

export const auditRoutes = [
  route({
    ...{ method: 'GET', path: '/audit', operation: 'listAudit', needs: 'viewer' },
    summary: 'A page of the audit log, newest first; a token of some clusters names one',
    query: filters.extend({ cursor: z.coerce.number().int().min(1).optional() }),
    answer: z.object({ rows: list(auditRowSchema), next: z.int().nullable().describe('The cursor of the next page') }),
    run: async ({ caller, query: { cursor, ...given } }) => ({
      value: await caller.audit.list({ filters: given, cursor: cursor ?? null }),
    }),
  }),
];
