import { createRequire } from 'node:module';
import { Ending } from './exit-code.ts';

interface Database {
  exec(sql: string): void;
  prepare(sql: string): {
    all(...values: unknown[]): unknown[];
    iterate(...values: unknown[]): IterableIterator<unknown>;
  };
  close(): void;
}

/**
 * A SQLite file by Node's own `node:sqlite`, in the place of better-sqlite3: one file can't bring that one's native part.
 *
 * Only what `audit verify` asks of it.
 */
export default function openSqlite(file: string, options: { readonly readonly: boolean }): Database {
  const { DatabaseSync } = loadSqlite();
  return new DatabaseSync(file, { readOnly: options.readonly });
}

function loadSqlite(): { readonly DatabaseSync: new (file: string, options: { readOnly: boolean }) => Database } {
  try {
    return createRequire(import.meta.url)('node:sqlite') as ReturnType<typeof loadSqlite>;
  } catch {
    throw new Ending(
      'usage',
      'A console’s database needs Node 22.13 or newer here. Verify an export instead: shoal audit export.',
    );
  }
}
