import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';

interface Row {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: unknown;
}

/** Prisma's own table, as `prisma migrate deploy` makes it, so that its CLI agrees with what was done here. */
const bookkeeping = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "checksum" TEXT NOT NULL,
  "finished_at" DATETIME,
  "migration_name" TEXT NOT NULL,
  "logs" TEXT,
  "rolled_back_at" DATETIME,
  "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
)`;

/**
 * Brings a database file to the newest migration, each in a transaction of its own; gives the names of those it ran.
 *
 * Throws, and leaves the file as it was, when the database is newer than this console, or when a migration was edited
 * after it had run.
 */
export function migrate(file: string, directory: string): string[] {
  const db = new Sqlite(file, { timeout: 10_000 });
  try {
    db.pragma('journal_mode = WAL');
    db.exec(bookkeeping);
    const names = readdirSync(directory)
      .filter((name) => existsSync(path.join(directory, name, 'migration.sql')))
      .sort();
    const rows = db.prepare('SELECT * FROM _prisma_migrations WHERE rolled_back_at IS NULL').all() as Row[];
    const applied = new Map(rows.map((row) => [row.migration_name, row]));
    for (const name of applied.keys())
      if (!names.includes(name))
        throw new Error(`${file} was written by a newer console: this one has no migration ${name}`);
    const missing = names.filter((name) => !isApplied(name, applied.get(name), checksumOf(directory, name)));
    for (const name of missing) run(db, name, directory);
    return missing;
  } finally {
    db.close();
  }
}

function isApplied(name: string, row: Row | undefined, checksum: string): boolean {
  if (!row) return false;
  if (row.checksum !== checksum) throw new Error(`migration ${name} was edited after it had run`);
  if (!row.finished_at) throw new Error(`migration ${name} failed earlier; restore the database from its backup`);
  return true;
}

function run(db: Sqlite.Database, name: string, directory: string): void {
  // Rebuilding a table needs them off, and inside a transaction the setting has no effect.
  db.pragma('foreign_keys = OFF');
  db.transaction(() => {
    db.exec(sqlOf(directory, name));
    const dangling = db.pragma('foreign_key_check') as unknown[];
    if (dangling.length > 0) throw new Error(`migration ${name} leaves ${dangling.length} dangling foreign keys`);
    const now = Date.now();
    db.prepare(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES (?, ?, ?, ?, ?, 1)`,
    ).run(randomUUID(), checksumOf(directory, name), now, name, now);
  }).immediate();
  db.pragma('foreign_keys = ON');
}

const sqlOf = (directory: string, name: string): string =>
  readFileSync(path.join(directory, name, 'migration.sql'), 'utf8');

const checksumOf = (directory: string, name: string): string =>
  createHash('sha256').update(sqlOf(directory, name)).digest('hex');
