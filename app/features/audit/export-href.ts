import type { AuditFilters } from '../../../domain/audit/audit-row.ts';

/** Where the console gives the rows that match as a file. */
export function exportHref(format: 'csv' | 'jsonl', { from, to, ...filters }: AuditFilters): string {
  const params = new URLSearchParams({ format });
  for (const [name, value] of Object.entries(filters)) if (value) params.set(name, value);
  if (from !== undefined) params.set('from', new Date(from).toISOString());
  if (to !== undefined) params.set('to', new Date(to).toISOString());
  return `/api/audit/export?${params}`;
}
