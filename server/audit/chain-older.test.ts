import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '../db/migrate.ts';
import { consoleKeyOf, newConsoleKey } from '../keys/console-key.ts';
import { prepareAudit } from './prepare-audit.ts';
import { verifyFile } from './verify-file.ts';

let folder: string;
let file: string;
const key = consoleKeyOf(newConsoleKey());

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shoal-older-'));
  file = path.join(folder, 'shoal.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A log as consoles had it before rows were chained, with a gap. */
function olderLog(rows: number): void {
  const older = path.join(folder, 'older');
  mkdirSync(older);
  for (const name of readdirSync('prisma/migrations').filter((one) => one < '20261123064636'))
    cpSync(path.join('prisma/migrations', name), path.join(older, name), { recursive: true });
  migrate(file, older);
  const db = new Sqlite(file);
  const add = db.prepare(
    `INSERT INTO "AuditEntry" ("id", "at", "actor", "actorKind", "action", "after", "reason", "outcome")
     VALUES (?, ?, 'ann', 'person', 'export', '{"b":1,"a":2}', 'OPS-9 before', 'done')`,
  );
  for (let n = 1; n <= rows; n++) add.run(n > 3 ? n + 10 : n, `2026-11-20T00:00:0${n % 10}.000+00:00`);
  db.close();
}

const read = <T>(sql: string): T[] => {
  const db = new Sqlite(file, { readonly: true });
  try {
    return db.prepare(sql).all() as T[];
  } finally {
    db.close();
  }
};
const broken = () => {
  const verified = verifyFile({ file, publicKey: key.publicKey, witnessFiles: [] });
  return verified.ok ? verified.value.broken : verified.reason;
};

test('rows of an older console are chained at the first start, and a row says so', () => {
  olderLog(2500);
  migrate(file, 'prisma/migrations');
  prepareAudit(file, Date.UTC(2026, 10, 23));
  expect(broken()).toBe(null);
  const [told] = read<{ id: number; action: string; after: string }>('SELECT * FROM "AuditEntry" ORDER BY "id" DESC');
  expect(told).toMatchObject({ id: 2501, action: 'audit.chain', after: '{"rows":2500}', actor: 'console' });
  const texts = read<{ after: string; reason: string }>('SELECT "after", "reason" FROM "AuditEntry" WHERE "id" = 7');
  expect(texts).toEqual([{ after: '{"a":2,"b":1}', reason: 'OPS-9 before' }]);
});

test('it happens once: a row without a hash among others stays in sight', () => {
  olderLog(20);
  migrate(file, 'prisma/migrations');
  prepareAudit(file, 0);
  const db = new Sqlite(file);
  db.exec(`UPDATE "AuditEntry" SET "hash" = '', "previous" = '' WHERE "id" = 5`);
  db.close();
  prepareAudit(file, 0);
  expect(broken()).toMatchObject({ kind: 'edited', seq: 5 });
});

test('an empty log gets no row for that', () => {
  migrate(file, 'prisma/migrations');
  prepareAudit(file, 0);
  expect(read('SELECT * FROM "AuditEntry"')).toEqual([]);
});

test('older rows are found by their texts', () => {
  olderLog(20);
  migrate(file, 'prisma/migrations');
  prepareAudit(file, 0);
  expect(read(`SELECT count(*) AS n FROM "AuditText" WHERE "AuditText" MATCH '"ops" AND "s-9"'`)).toEqual([{ n: 20 }]);
});
