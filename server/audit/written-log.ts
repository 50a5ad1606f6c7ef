import type { AuditFilters } from '../../domain/audit/audit-row.ts';
import { csvHead, csvLine } from '../../domain/audit/csv-line.ts';
import { type ExportHead, exportedLine } from '../../domain/audit/exported-row.ts';
import type { Database } from '../db/database.ts';
import { findMatching } from './search/store.ts';
import { findAllCheckpoints } from './store.ts';
import { chainRowOf } from './stored-row.ts';

export const exportFormats = ['csv', 'jsonl'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Numbers that are looked at in one turn at the database: others have theirs in between. */
const atOnce = 2000;

interface Asked {
  readonly filters: AuditFilters;
  readonly format: ExportFormat;
  /** The last row of the export. */
  readonly upTo: number;
  readonly at: number;
}

/** The rows that match, oldest first, piece by piece: memory stays as it is, however many they are. */
export async function* writtenLog(db: Database, { filters, format, upTo, at }: Asked): AsyncGenerator<string> {
  const line = format === 'csv' ? csvLine : exportedLine;
  const end = format === 'csv' ? '\r\n' : '\n';
  const excerpt = Object.keys(filters).length > 0;
  const head: ExportHead = { shoalAuditLog: 1, excerpt, filters, exportedAt: new Date(at).toISOString() };
  // The mark by which spreadsheets know UTF-8.
  yield format === 'csv' ? `\uFEFF${csvHead}${end}` : `${JSON.stringify(head)}${end}`;
  for (let after = 0; after < upTo; after += atOnce) {
    const rows = await findMatching(db, filters, after, Math.min(after + atOnce, upTo));
    if (rows.length > 0) yield rows.map((row) => line(chainRowOf(row)) + end).join('');
  }
  if (format === 'csv') return;
  const checkpoints = (await findAllCheckpoints(db, 0)).filter(({ seq }) => seq <= upTo);
  yield checkpoints.map((checkpoint) => `${JSON.stringify({ checkpoint })}${end}`).join('');
}
