import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import type {
  IsolationLevel,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from '@prisma/driver-adapter-utils';
import { Turns } from './turns.ts';

/** Milliseconds that SQLite waits for another process that writes, such as a backup. */
const busyTimeout = 5_000;

const settings = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA foreign_keys = ON;
  PRAGMA busy_timeout = ${busyTimeout};
`;

/**
 * Prisma's SQLite adapter with every operation and transaction in turn.
 *
 * Its own has one connection and makes only transactions wait for each other: a query that is asked while somebody
 * else's transaction is open runs inside that, reads what may be rolled back, and is lost with it when it writes.
 * NB: awaiting the client itself inside a transaction's callback waits for ever; use the transaction's.
 */
export class SerialisedSqlite implements SqlDriverAdapterFactory {
  readonly provider = 'sqlite';
  readonly adapterName = '@prisma/adapter-better-sqlite3';
  readonly #inner: PrismaBetterSqlite3;

  constructor(file: string) {
    this.#inner = new PrismaBetterSqlite3({ url: file, timeout: busyTimeout });
  }

  async connect(): Promise<SqlDriverAdapter> {
    const adapter = await this.#inner.connect();
    await adapter.executeScript(settings);
    return serialised(adapter);
  }
}

function serialised(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const turns = new Turns();
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: (query) => turns.run(() => adapter.queryRaw(query)),
    executeRaw: (query) => turns.run(() => adapter.executeRaw(query)),
    executeScript: (script) => turns.run(() => adapter.executeScript(script)),
    dispose: () => turns.run(() => adapter.dispose()),
    startTransaction: async (level?: IsolationLevel) => {
      const end = await turns.take();
      try {
        return transaction(adapter, await adapter.startTransaction(level), end);
      } catch (error) {
        end();
        throw error;
      }
    },
  };
}

/** A transaction that gives up its turn when it ended, and not before SQLite's own has ended as well. */
function transaction(adapter: SqlDriverAdapter, inner: Transaction, end: () => void): Transaction {
  let open = true;
  const ending = (finish: () => Promise<void>) => async () => {
    try {
      await finish();
      // A COMMIT that failed leaves it open, and the next one's BEGIN would fail.
      if (open) await adapter.executeScript('ROLLBACK');
    } finally {
      open = false;
      end();
    }
  };
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    options: inner.options,
    queryRaw: (query: SqlQuery) => inner.queryRaw(query),
    executeRaw: async (query: SqlQuery) => {
      const changed = await inner.executeRaw(query);
      if (query.sql === 'COMMIT' || query.sql === 'ROLLBACK') open = false;
      return changed;
    },
    commit: ending(() => inner.commit()),
    rollback: ending(() => inner.rollback()),
    createSavepoint: async (name) => inner.createSavepoint?.(name),
    rollbackToSavepoint: async (name) => inner.rollbackToSavepoint?.(name),
    releaseSavepoint: async (name) => inner.releaseSavepoint?.(name),
  };
}
