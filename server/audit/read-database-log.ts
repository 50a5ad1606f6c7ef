import { closeSync, openSync, readSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import type { Checkpoint } from '../../domain/audit/checkpoint.ts';
import { ok, type Result } from '../../domain/result.ts';
import { chainRowOf, type StoredRow, storedColumns } from './stored-row.ts';
import type { ReadableLog } from './verified-log.ts';

/** Whether a file is SQLite's, by its first bytes. https://sqlite.org/fileformat.html, 1.3 */
export function isSqliteFile(file: string): boolean {
  const descriptor = openSync(file, 'r');
  try {
    const head = Buffer.alloc(16);
    readSync(descriptor, head, 0, 16, 0);
    return head.toString('latin1') === 'SQLite format 3\0';
  } finally {
    closeSync(descriptor);
  }
}

/** The log in a console's database, as it was at one moment: a running console may go on writing. */
export function readDatabaseLog(file: string): Result<ReadableLog> {
  const db = new Sqlite(file, { readonly: true, timeout: 10_000 });
  db.exec('BEGIN');
  const rows = db.prepare(`SELECT "seq", "hash", "at", "signature" FROM "AuditCheckpoint" ORDER BY "seq"`).all();
  const checkpoints = (rows as (Omit<Checkpoint, 'at'> & { readonly at: string })[]).map(
    (row): Checkpoint => ({ ...row, at: Date.parse(row.at) }),
  );
  return ok({
    checkpoints,
    excerpt: false,
    readRows(check) {
      const stored = db.prepare(`SELECT ${storedColumns} FROM "AuditEntry" ORDER BY "id"`).iterate();
      for (const row of stored as IterableIterator<StoredRow>) check.take(chainRowOf(row));
      db.close();
    },
  });
}
