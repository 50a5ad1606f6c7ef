import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ConsoleConnection } from '../../agents/connection/console-connection.ts';
import type { Identity } from '../../agents/intent/director-state.ts';
import { newKeyPair } from '../../agents/intent/ed25519.ts';
import { AuditWitness, keptCheckpoints } from '../../agents/witness/witness.ts';
import { WitnessFile } from '../../agents/witness/witness-file.ts';
import { type ChainRow, genesis, linked } from '../../domain/audit/chain-row.ts';
import type { ChainBreak } from '../../domain/audit/chain-verdict.ts';
import { checkpointText } from '../../domain/audit/checkpoint.ts';
import { witnessCapability } from '../../domain/wire/witness-messages.ts';
import { insert } from '../../server/audit/chain-older.ts';
import { sha256 } from '../../server/audit/sha256.ts';
import { chainRowOf, type StoredRow, storedColumns } from '../../server/audit/stored-row.ts';
import { verifyFile } from '../../server/audit/verify-file.ts';
import { ExampleConsole } from '../../server/console.example.ts';
import { openKeys } from '../../server/keys/key-files.ts';

const site = new ExampleConsole();
const folder = mkdtempSync(path.join(tmpdir(), 'shoal-attacks-'));
const witnessFile = path.join(folder, 'agent', 'witness.jsonl');
let agent: ConsoleConnection | null = null;
let publicKey = '';
/** The log's last row, and the last that the agent witnesses: the console stopped when the agent was gone. */
let [last, witnessed] = [0, 0];

/** A director's agent as it runs, without a kernel: what it connects by, and what it keeps. */
async function startAgent(token: string): Promise<void> {
  let identity: Identity = { version: 1, name: 'lb1', ...newKeyPair(), enrolled: null };
  const witness = new AuditWitness({
    file: new WitnessFile(witnessFile, keptCheckpoints),
    consoleKey: () => identity.enrolled?.consoleKey ?? null,
    send: (message) => void agent?.send(message),
    trouble: () => undefined,
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  agent = new ConsoleConnection({
    url: `${site.url.replace('http', 'ws')}/api/agent`,
    self: () => ({
      ...{ identity, token, agentVersion: '1', capabilities: [witnessCapability], simulated: true },
      generation: 0,
    }),
    enrolled: (director, consoleKey) => {
      identity = { ...identity, enrolled: { director, consoleKey } };
    },
    welcomed: () => resolve(),
    intent: () => undefined,
    look: () => undefined,
    witness: (message) =>
      message.type === 'checkpoints' ? witness.keep(message.checkpoints) : witness.tell(message.request),
    fatal: (reason) => expect.fail(reason),
    random: () => 0,
    log: () => undefined,
  });
  agent.start();
  await promise;
}

beforeAll(async () => {
  await site.start();
  ({ publicKey } = openKeys(site.dataDirectory).console);
  await site.as('administrator').clusters.create({ name: 'shop' });
  const { token } = await site.as('administrator').directors.token({ cluster: 'shop', name: 'lb1', reason: 'OPS-1' });
  await startAgent(token);
  for (const half of [1, 2]) {
    for (let n = 0; n < 4; n++)
      await site.as('administrator').access.create({ username: `p${half}${n}`, name: 'P', role: 'viewer' });
    await site.parts.audit.checkpoints.sign();
  }
  const seq = site.parts.audit.checkpoints.newest?.seq ?? 0;
  const told = () => expect(site.parts.audit.witnesses.states).toMatchObject([{ director: 'lb1', seq }]);
  await vi.waitFor(told, { timeout: 15_000 });
  await site.parts.audit.chain.verify('all');
  expect(site.parts.audit.chain.state).toMatchObject({ broken: null });
  await site.as('administrator').access.create({ username: 'late', name: 'P', role: 'viewer' });
  agent?.stop();
  await site.open.stop();
  witnessed = new WitnessFile(witnessFile, keptCheckpoints).checkpoints.at(-1)?.seq ?? 0;
  last = open((db) => db.prepare('SELECT max("id") AS "id" FROM "AuditEntry"').get() as { id: number }).id;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await site.start();
  await site.remove();
});

const original = () => path.join(site.dataDirectory, 'shoal.db');

function open<T>(work: (db: Sqlite.Database) => T, file = original()): T {
  const db = new Sqlite(file);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

const rowsOf = (db: Sqlite.Database): ChainRow[] =>
  (db.prepare(`SELECT ${storedColumns} FROM "AuditEntry" ORDER BY "id"`).all() as StoredRow[]).map(chainRowOf);

/** Puts other rows into a log in the place of its own. */
function replace(db: Sqlite.Database, rows: readonly ChainRow[]): void {
  db.exec('DELETE FROM "AuditEntry"');
  for (const row of rows) insert(db, row);
}

const renumbered = (rows: readonly ChainRow[]) => rows.map((row, index) => ({ ...row, seq: index + 1 }));

/** All rows with hashes that fit, as somebody makes them who has the database and the program. */
function chained(rows: readonly ChainRow[]): ChainRow[] {
  const made: ChainRow[] = [];
  for (const row of renumbered(rows)) made.push(linked(row, made.at(-1)?.hash ?? genesis, sha256));
  return made;
}

let attacks = 0;
/** What is found after an attack on a copy of the file, with the agent's witness file or without. */
function after(attack: (db: Sqlite.Database) => void, witnesses = [witnessFile]): ChainBreak | null | undefined {
  const file = path.join(folder, `attack-${attacks++}.db`);
  cpSync(original(), file);
  open(attack, file);
  const verified = verifyFile({ file, publicKey, witnessFiles: witnesses });
  return verified.ok ? verified.value.broken : undefined;
}

test('a log that nobody touched is as it was written; its agent witnesses it', () => {
  const verified = verifyFile({ file: original(), publicKey, witnessFiles: [witnessFile] });
  expect(verified).toMatchObject({ ok: true, value: { rows: last, last: { seq: last }, broken: null, unsigned: [] } });
  expect(verified.ok && verified.value.agreed).toContainEqual(
    expect.objectContaining({ by: witnessFile, upTo: witnessed }),
  );
  expect(last).toBeGreaterThan(witnessed);
  expect(readFileSync(witnessFile, 'utf8').split('\n').filter(Boolean).length).toBeGreaterThanOrEqual(2);
});

test('an edit', () => {
  const edit = (db: Sqlite.Database) => db.prepare(`UPDATE "AuditEntry" SET "actor" = 'nobody' WHERE "id" = 5`).run();
  expect(after(edit)).toEqual({ kind: 'edited', seq: 5, upTo: 5, foundBy: 'rows', by: null });
  const one = (db: Sqlite.Database) => {
    const rows = rowsOf(db);
    rows[4] = linked({ ...(rows[4] as ChainRow), actor: 'nobody' }, rows[3]?.hash ?? '', sha256);
    replace(db, rows);
  };
  expect(after(one)).toMatchObject({ kind: 'edited', seq: 5 });
});

test('a deletion', () => {
  expect(after((db) => db.exec('DELETE FROM "AuditEntry" WHERE "id" IN (4, 5)'))).toMatchObject({
    ...{ kind: 'deleted', seq: 4, upTo: 5 },
  });
  const closed = (db: Sqlite.Database) => replace(db, renumbered(rowsOf(db).filter(({ seq }) => seq !== 4)));
  expect(after(closed)).toMatchObject({ kind: 'deleted', seq: 4 });
});

test('an insertion', () => {
  const put = (db: Sqlite.Database) => {
    const rows = rowsOf(db);
    const forged = linked({ ...(rows[5] as ChainRow), seq: 6, actor: 'eve' }, rows[4]?.hash ?? '', sha256);
    replace(db, renumbered([...rows.slice(0, 5), forged, ...rows.slice(5)]));
  };
  expect(after(put)).toMatchObject({ kind: 'inserted', seq: 6, upTo: 6 });
});

test('a reordering', () => {
  const swap = (db: Sqlite.Database) =>
    db.exec(`UPDATE "AuditEntry" SET "id" = -1 WHERE "id" = 3; UPDATE "AuditEntry" SET "id" = 3 WHERE "id" = 7;
             UPDATE "AuditEntry" SET "id" = 7 WHERE "id" = -1`);
  expect(after(swap)).toMatchObject({ kind: 'reordered', seq: 3 });
});

describe('a cut tail', () => {
  const cut = (db: Sqlite.Database) => db.exec(`DELETE FROM "AuditEntry" WHERE "id" > 6`);
  test('is told by the console’s own checkpoints', () => {
    expect(after(cut, [])).toEqual({ kind: 'tail-cut', seq: 7, upTo: last, foundBy: 'checkpoint', by: null });
  });
  test('and by the witness, when these are cut, too', () => {
    const both = (db: Sqlite.Database) =>
      db.exec(`DELETE FROM "AuditEntry" WHERE "id" > 6; DELETE FROM "AuditCheckpoint"`);
    expect(after(both, [])).toBe(null);
    expect(after(both)).toEqual({ kind: 'tail-cut', seq: 7, upTo: witnessed, foundBy: 'witness', by: witnessFile });
  });
});

describe('a rewrite of all rows, with hashes that fit', () => {
  const rewrite = (db: Sqlite.Database) => {
    const rows = rowsOf(db).map((row) => (row.seq === 5 ? { ...row, actor: 'nobody' } : row));
    replace(db, chained(rows));
  };
  test('is told by the console’s own checkpoints', () => {
    expect(after(rewrite, [])).toMatchObject({ kind: 'rewritten', foundBy: 'checkpoint' });
  });
  test('and by the witness, when these are gone', () => {
    const without = (db: Sqlite.Database) => {
      rewrite(db);
      db.exec('DELETE FROM "AuditCheckpoint"');
    };
    expect(after(without, [])).toBe(null);
    expect(after(without)).toMatchObject({ kind: 'rewritten', foundBy: 'witness', by: witnessFile });
  });
  test('and by the witness, when somebody signed new ones with the console’s stolen key', () => {
    const stolen = openKeys(site.dataDirectory).console;
    const signed = (db: Sqlite.Database) => {
      rewrite(db);
      db.exec('DELETE FROM "AuditCheckpoint"');
      const { seq, hash } = rowsOf(db).at(-1) as ChainRow;
      const told = { seq, hash, at: 1000 };
      const at = new Date(told.at).toISOString();
      db.prepare('INSERT INTO "AuditCheckpoint" VALUES (?, ?, ?, ?)').run(
        seq,
        hash,
        at,
        stolen.sign(checkpointText(told)),
      );
    };
    expect(after(signed, [])).toBe(null);
    expect(after(signed)).toMatchObject({ kind: 'rewritten', foundBy: 'witness', by: witnessFile });
  });
  test('a checkpoint that the console’s key didn’t sign is told as well', () => {
    const forged = (db: Sqlite.Database) => {
      rewrite(db);
      db.exec(`DELETE FROM "AuditCheckpoint"`);
      const { seq, hash } = rowsOf(db).at(-1) as ChainRow;
      db.prepare('INSERT INTO "AuditCheckpoint" VALUES (?, ?, ?, ?)').run(seq, hash, '1970-01-01T00:00:01Z', 'AAAA');
    };
    expect(after(forged, [])).toMatchObject({ kind: 'rewritten', upTo: last, foundBy: 'checkpoint' });
  });
});
