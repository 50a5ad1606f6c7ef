import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PrismaClient } from '../../prisma/client/client.ts';
import { migrate } from './migrate.ts';
import { SerialisedSqlite } from './serialised-sqlite.ts';

let directory: string;
let file: string;
const clients: PrismaClient[] = [];

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'shoal-db-'));
  file = path.join(directory, 'shoal.db');
  migrate(file, 'prisma/migrations');
});

afterEach(async () => {
  for (const client of clients.splice(0)) await client.$disconnect();
  rmSync(directory, { recursive: true });
});

const client = (adapter: SerialisedSqlite | PrismaBetterSqlite3) => {
  const made = new PrismaClient({ adapter });
  clients.push(made);
  return made;
};

const cluster = (name: string) => ({ data: { id: name, name, createdAt: new Date(0) } });

/** Writes and reads beside a transaction that is rolled back; says what was read, and what is there afterwards. */
async function besideARollback(db: PrismaClient) {
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  const rolledBack = db
    .$transaction(async (tx) => {
      await tx.cluster.create(cluster('inside'));
      open();
      await asked;
      throw new Error('no');
    })
    .catch(() => undefined);
  await opened;
  const read = db.cluster.count({ where: { name: 'inside' } });
  const written = db.cluster.create(cluster('beside'));
  setTimeout(ask, 20);
  const seen = await read;
  await written;
  await rolledBack;
  return { seen, kept: await db.cluster.count({ where: { name: 'beside' } }) };
}

test('a read beside an open transaction sees nothing of it, and an acknowledged write stays', async () => {
  expect(await besideARollback(client(new SerialisedSqlite(file)))).toEqual({ seen: 0, kept: 1 });
});

test('the adapter alone reads what is rolled back: the reason for all this', async () => {
  expect(await besideARollback(client(new PrismaBetterSqlite3({ url: file })))).not.toEqual({ seen: 0, kept: 1 });
});

test('a transaction whose COMMIT fails gives its turn to the next', async () => {
  const db = client(new SerialisedSqlite(file));
  const failing = db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe('PRAGMA defer_foreign_keys = ON');
    await tx.director.create({
      data: { id: 'd', name: 'd', clusterId: 'nowhere', publicKey: '', enrolledAt: new Date(0) },
    });
  });
  await expect(failing).rejects.toThrow();
  await db.$transaction((tx) => tx.cluster.create(cluster('next')));
  expect(await db.cluster.count()).toBe(1);
  expect(await db.director.count()).toBe(0);
});

test('many transactions at once each see the one before', async () => {
  const db = client(new SerialisedSqlite(file));
  const counting = Array.from({ length: 20 }, (_, index) =>
    db.$transaction(async (tx) => {
      const count = await tx.cluster.count();
      await tx.cluster.create(cluster(`c${index}`));
      return count;
    }),
  );
  expect(await Promise.all(counting)).toEqual(Array.from({ length: 20 }, (_, index) => index));
});

test('foreign keys hold', async () => {
  const db = client(new SerialisedSqlite(file));
  const orphan = { id: 'd', name: 'd', clusterId: 'nowhere', publicKey: '', enrolledAt: new Date(0) };
  await expect(db.director.create({ data: orphan })).rejects.toThrow();
});
