import type { Database as Sqlite } from 'better-sqlite3';
import { canonicalJson } from '../../domain/audit/canonical-json.ts';
import { type ChainRow, genesis, linked } from '../../domain/audit/chain-row.ts';
import { consoleActor } from './actor.ts';
import { contentOf } from './entry.ts';
import { sha256 } from './sha256.ts';
import { chainRowOf, type StoredRow, storedColumns } from './stored-row.ts';

/**
 * Gives the rows of an older console their numbers and hashes, in one transaction, with a row that says so; how many.
 *
 * Only in a log that no row of is chained yet: a row without a hash among others was put there by somebody, and it must
 * stay in sight. Numbers lose their gaps, which rolled back inserts of older consoles may have left.
 */
export function chainOlder(db: Sqlite, at: number): number {
  const any = db.prepare(`SELECT 1 FROM "AuditEntry" LIMIT 1`).get();
  const chained = db.prepare(`SELECT 1 FROM "AuditEntry" WHERE "hash" <> '' ORDER BY "id" DESC LIMIT 1`).get();
  const signed = db.prepare(`SELECT 1 FROM "AuditCheckpoint" LIMIT 1`).get();
  if (!any || chained || signed) return 0;
  return db.transaction(() => {
    const older = db.prepare(`SELECT ${storedColumns} FROM "AuditEntry" WHERE "id" > ? ORDER BY "id" LIMIT 1000`);
    const update = db.prepare(
      `UPDATE "AuditEntry" SET "id" = ?, "before" = ?, "after" = ?, "previous" = ?, "hash" = ? WHERE "id" = ?`,
    );
    let [rows, hash] = [0, genesis];
    for (let read = older.all(0) as StoredRow[]; read.length > 0; read = older.all(read.at(-1)?.id) as StoredRow[])
      for (const stored of read) {
        const content = { ...chainRowOf(stored), before: again(stored.before), after: again(stored.after) };
        const row = linked({ ...content, seq: rows + 1 }, hash, sha256);
        update.run(row.seq, row.before, row.after, row.previous, row.hash, stored.id);
        [rows, hash] = [row.seq, row.hash];
      }
    const told = contentOf(rows + 1, at, consoleActor, { action: 'audit.chain', after: { rows } });
    insert(db, linked(told, hash, sha256));
    return rows;
  })();
}

/** Adds a finished row to a file that no console has open. */
export function insert(db: Sqlite, row: ChainRow): void {
  const { seq, at, ...rest } = row;
  const values = { id: seq, at: new Date(at).toISOString().replace('Z', '+00:00'), ...rest };
  const names = Object.keys(values);
  const marks = names.map((name) => `@${name}`).join(', ');
  db.prepare(`INSERT INTO "AuditEntry" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${marks})`).run(values);
}

/** JSON of an older console as canonical JSON of the same value. */
const again = (json: string | null): string | null => (json === null ? null : canonicalJson(JSON.parse(json)));
