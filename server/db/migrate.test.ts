import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { schemaDifference } from '../../prisma/schema-difference.mjs';
import { migrate } from './migrate.ts';

const migrations = path.resolve('prisma/migrations');
const names = readdirSync(migrations).sort();
let directory: string;
let file: string;

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'shoal-migrate-'));
  file = path.join(directory, 'shoal.db');
});

afterEach(() => rmSync(directory, { recursive: true }));

/** A folder with the first migrations only, as an older console had it. */
function firstMigrations(count: number): string {
  const older = path.join(directory, `first-${count}`);
  mkdirSync(older);
  for (const name of names.slice(0, count))
    cpSync(path.join(migrations, name), path.join(older, name), { recursive: true });
  return older;
}

function addMigration(folder: string, name: string, sql: string): void {
  mkdirSync(path.join(folder, name));
  writeFileSync(path.join(folder, name, 'migration.sql'), sql);
}

test('the migrations give exactly schema.prisma', async () => {
  expect(await schemaDifference()).toBe('');
});

test('an empty file gets all of them, once', () => {
  expect(migrate(file, migrations)).toEqual(names);
  expect(migrate(file, migrations)).toEqual([]);
});

describe.each(names.map((_, count) => count))('a database that has the first %i', (count) => {
  test('gets the others', () => {
    migrate(file, firstMigrations(count));
    expect(migrate(file, migrations)).toEqual(names.slice(count));
  });
});

test('a database of a newer console is refused and left as it was', () => {
  const newer = firstMigrations(names.length);
  addMigration(newer, '99991231235959_later', 'CREATE TABLE "Later" ("id" TEXT)');
  migrate(file, newer);
  expect(() => migrate(file, migrations)).toThrow(/newer console.*99991231235959_later/);
});

test('a migration that was edited after it had run is refused', () => {
  const older = firstMigrations(names.length);
  migrate(file, older);
  writeFileSync(path.join(older, names[0] ?? '', 'migration.sql'), '-- nothing');
  expect(() => migrate(file, older)).toThrow(/edited/);
});

test('a migration that fails changes nothing, and runs again once it is right', () => {
  const folder = firstMigrations(names.length);
  addMigration(folder, '99991231235959_later', 'CREATE TABLE "Later" ("id" TEXT); CREATE TABLE "Later" ("id" TEXT);');
  expect(() => migrate(file, folder)).toThrow(/already exists/);
  const db = new Sqlite(file);
  expect(db.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 'Later'").get()).toEqual({ n: 0 });
  db.close();
  writeFileSync(path.join(folder, '99991231235959_later', 'migration.sql'), 'CREATE TABLE "Later" ("id" TEXT);');
  expect(migrate(file, folder)).toEqual(['99991231235959_later']);
});

test('a migration that would leave a dangling foreign key is refused', () => {
  const folder = firstMigrations(names.length);
  addMigration(
    folder,
    '99991231235959_later',
    `INSERT INTO "Revision" ("clusterId", "number", "definition", "author", "reason", "createdAt")
     VALUES ('nowhere', 1, '{}', 'a', 'b', '1970-01-01T00:00:00Z')`,
  );
  expect(() => migrate(file, folder)).toThrow(/dangling/);
});
