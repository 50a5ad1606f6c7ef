import type { AuditFilters } from '../../domain/audit/audit-row.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Actor } from './actor.ts';
import { recorded } from './recorded.ts';
import { findNewestHash } from './store.ts';
import { type ExportFormat, writtenLog } from './written-log.ts';

const types: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
};

/** An export that the log has told of already: its headers, and its text piece by piece. */
export interface LogExport {
  readonly headers: Readonly<Record<string, string>>;
  readonly pieces: AsyncIterable<string>;
}

/** Begins an export of the rows that match, up to the newest one now; the log tells who took them. */
export async function beginExport(
  { db, now }: Pick<ConsoleParts, 'db' | 'now'>,
  actor: Actor,
  asked: { readonly filters: AuditFilters; readonly format: ExportFormat },
): Promise<LogExport> {
  const at = now();
  const upTo = await recorded(db, at, actor, async (tx) => {
    const { seq } = await findNewestHash(tx);
    return { value: seq, entries: [{ action: 'audit.export', after: { ...asked, upTo: seq } }] };
  });
  const name = `shoal-audit-${new Date(at).toISOString().replaceAll(/[:.]/g, '-')}.${asked.format}`;
  const headers = {
    'content-type': types[asked.format],
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  };
  return { headers, pieces: writtenLog(db, { ...asked, upTo, at }) };
}
