import { z } from 'zod';
import { auditFiltersSchema } from '../../../domain/audit/audit-row.ts';
import { beginExport } from '../../audit/begin-export.ts';
import { exportFormats } from '../../audit/written-log.ts';
import { route } from '../route.ts';
import { auditRowSchema } from '../schemas/audit-schema.ts';
import { list } from '../schemas/numbers.ts';

const time = z.coerce.number().int().optional();
/** The filters of the review page, in an address. */
const filters = auditFiltersSchema.extend({ from: time, to: time });

const fileTypes = { csv: 'text/csv', jsonl: 'application/x-ndjson' };

export const auditRoutes = [
  route({
    ...{ method: 'GET', path: '/audit/export', operation: 'exportAudit', needs: 'viewer' },
    summary: 'The rows that match as a file, oldest first; jsonl can be verified offline. The log tells who took it',
    query: filters.extend({ format: z.enum(exportFormats).default('jsonl') }),
    answer: z.unknown(),
    mediaTypes: Object.values(fileTypes),
    run: async ({ caller, parts, actor, query: { format, ...given } }) => {
      // By way of the procedure first, which decides whether the token may see them.
      await caller.audit.list({ filters: given });
      const { headers, pieces } = await beginExport(parts, actor, { filters: given, format });
      return { value: pieces, headers };
    },
  }),
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
