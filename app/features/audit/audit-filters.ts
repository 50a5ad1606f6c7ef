import { type AuditFilters, auditFiltersSchema } from '../../../domain/audit/audit-row.ts';

/** The names of the filters in the URL; times stand there in UTC, such as `2026-11-23T01:15:00.000Z`. */
export const auditFilterNames = [
  'text',
  'actor',
  'action',
  'resource',
  'cluster',
  'director',
  'outcome',
  'ticket',
  'release',
  'from',
  'to',
] as const;
export type AuditFilterName = (typeof auditFilterNames)[number];

type Written = Readonly<Partial<Record<string, string | readonly string[] | null | undefined>>>;

/** The filters that a URL asks for; those that make no sense are left out, so that an old link still shows something. */
export function auditFiltersOf(written: Written): AuditFilters {
  const entries = auditFilterNames.flatMap((name) => {
    const text = written[name];
    if (typeof text !== 'string' || text.trim() === '') return [];
    const value = name === 'from' || name === 'to' ? Date.parse(text) : text;
    return auditFiltersSchema.safeParse({ [name]: value }).success ? [[name, value] as const] : [];
  });
  return auditFiltersSchema.parse(Object.fromEntries(entries));
}
