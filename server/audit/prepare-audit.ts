import Sqlite from 'better-sqlite3';
import { chainOlder } from './chain-older.ts';
import { makeTextIndex } from './text-index.ts';

/** Brings the audit log of a migrated file to what this console works with: rows chained, texts indexed. */
export function prepareAudit(file: string, at: number): void {
  const db = new Sqlite(file, { timeout: 10_000 });
  try {
    chainOlder(db, at);
    makeTextIndex(db);
  } finally {
    db.close();
  }
}
