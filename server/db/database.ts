import { type Prisma, PrismaClient } from '../../prisma/client/client.ts';
import { prepareAudit } from '../audit/prepare-audit.ts';
import { migrate } from './migrate.ts';
import { SerialisedSqlite } from './serialised-sqlite.ts';

export type Database = PrismaClient;

/** The database inside a transaction: what a store takes. */
export type Transaction = Prisma.TransactionClient;

/** The database in a file, made and migrated if need be. Only one process may have it open. */
export async function openDatabase(file: string, migrations: string, now: () => number): Promise<Database> {
  migrate(file, migrations);
  prepareAudit(file, now());
  const database = new PrismaClient({
    adapter: new SerialisedSqlite(file),
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  });
  await database.$connect();
  return database;
}
