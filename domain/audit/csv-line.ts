import type { ChainRow } from './chain-row.ts';

/** The columns of an export as CSV. */
export const csvColumns = [
  ...['seq', 'at', 'actor', 'actorKind', 'role', 'source', 'signedInBy', 'action', 'resource', 'cluster', 'director'],
  ...['reason', 'ticket', 'before', 'after', 'revision', 'generation', 'release', 'outcome', 'hash'],
] as (keyof ChainRow)[];

/** The first line, without its end. */
export const csvHead = csvColumns.join(',');

/** A row as CSV (RFC 4180), without the line's end; the time is ISO 8601 in UTC. */
export const csvLine = (row: ChainRow): string =>
  csvColumns.map((column) => csvCell(column === 'at' ? new Date(row.at).toISOString() : row[column])).join(',');

/**
 * A cell that no spreadsheet takes for a formula: one that begins with = + - @, a tab or a carriage return gets an
 * apostrophe before it. https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
