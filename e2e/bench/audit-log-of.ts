import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { seededRandom } from '../../agents/simulated/seeded-random.ts';
import { type AuditAction, auditActions } from '../../domain/audit/audit-row.ts';
import { type ChainRow, genesis, linked } from '../../domain/audit/chain-row.ts';
import { type Checkpoint, checkpointText } from '../../domain/audit/checkpoint.ts';
import { contentOf } from '../../server/audit/entry.ts';
import { prepareAudit } from '../../server/audit/prepare-audit.ts';
import { sha256 } from '../../server/audit/sha256.ts';
import { migrate } from '../../server/db/migrate.ts';
import { consoleKeyOf, newConsoleKey } from '../../server/keys/console-key.ts';

const year = 365 * 86_400_000;
/** When the log ends. */
const end = Date.UTC(2026, 10, 1);

/** What a busy site writes: mostly what directors answer, then drains, changes, sign-ins, and now and then the rest. */
const usual: readonly AuditAction[] = [
  ...Array<AuditAction>(40).fill('intent.applied'),
  ...Array<AuditAction>(15).fill('drain.start'),
  ...Array<AuditAction>(15).fill('drain.end'),
  ...Array<AuditAction>(8).fill('definition.apply'),
  ...Array<AuditAction>(6).fill('sign-in'),
  ...(['director.connected', 'director.disconnected', 'drift.seen', 'drift.gone'] as const),
  ...auditActions,
];

/** An audit log of many rows in a file, written as a console would have, by a console's key that nobody else has. */
export class AuditLogOf {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'shoal-audit-log-'));
  readonly #key = consoleKeyOf(newConsoleKey());
  readonly file = path.join(this.#folder, 'shoal.db');

  get publicKey(): string {
    return this.#key.publicKey;
  }

  get bytes(): number {
    return statSync(this.file).size;
  }

  fill(count: number): void {
    migrate(this.file, 'prisma/migrations');
    const db = new Sqlite(this.file);
    db.pragma('synchronous = OFF');
    // Made behind the rows they are no other, and it takes a tenth of the time.
    const indexes = `SELECT "name", "sql" FROM sqlite_master WHERE "tbl_name" = 'AuditEntry' AND "type" = 'index'`;
    const made = db.prepare(indexes).all() as { name: string; sql: string }[];
    for (const { name } of made) db.exec(`DROP INDEX "${name}"`);
    const random = seededRandom(7);
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    const insert = insertInto(db);
    const sign = db.prepare(`INSERT INTO "AuditCheckpoint" ("seq", "hash", "at", "signature") VALUES (?, ?, ?, ?)`);
    let last: ChainRow | null = null;
    db.exec('BEGIN');
    for (let seq = 1; seq <= count; seq++) {
      const at = end - year + Math.floor((year * seq) / count);
      last = linked(someRow(seq, at, pick, random), last?.hash ?? genesis, sha256);
      insert(last);
      if (seq % 1000 > 0) continue;
      const told: Omit<Checkpoint, 'signature'> = { seq, hash: last.hash, at };
      sign.run(seq, last.hash, new Date(at).toISOString(), this.#key.sign(checkpointText(told)));
    }
    db.exec('COMMIT');
    for (const { sql } of made) db.exec(sql);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    prepareAudit(this.file, 0);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}

function insertInto(db: Sqlite.Database): (row: ChainRow) => void {
  const columns =
    'id at actor actorKind role source signedInBy action resource cluster director reason ticket before after revision generation release outcome previous hash'.split(
      ' ',
    );
  const names = columns.map((name) => `"${name}"`).join(', ');
  const add = db.prepare(`INSERT INTO "AuditEntry" (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
  return (row) => {
    const stored: Record<string, unknown> = {
      ...row,
      id: row.seq,
      at: new Date(row.at).toISOString().replace('Z', '+00:00'),
    };
    add.run(columns.map((name) => stored[name]));
  };
}

function someRow(seq: number, at: number, pick: <T>(from: readonly T[]) => T, random: () => number) {
  const action = pick(usual);
  const cluster = `cluster-${Math.floor(random() ** 2 * 20)}`;
  const director = `${cluster}-lb${1 + Math.floor(random() * 2)}`;
  const web = `web${Math.floor(random() * 400)}`;
  const overlay = { kind: 'drain', target: { kind: 'real-server', name: web }, reason: 'kernel', since: at, by: 'ann' };
  if (/^(intent|director|drift)/.test(action))
    return contentOf(
      seq,
      at,
      { name: director, kind: 'agent', role: null, source: '10.0.0.9', signedInBy: 'key' },
      {
        ...{ action, cluster, director, resource: director, generation: seq },
        after: { total: 4, failed: 0, readBack: 'agrees', took: 12.5, foreign: 0, step: null },
        outcome: random() < 0.01 ? 'failed' : 'done',
      },
    );
  const person = `person.${Math.floor(random() ** 2 * 40)}`;
  const ticket = random() < 0.6 ? `OPS-${1 + Math.floor(random() * 20_000)}: ` : '';
  return contentOf(
    seq,
    at,
    { name: person, kind: 'person', role: 'operator', source: '192.0.2.7', signedInBy: 'password' },
    {
      ...{
        action,
        cluster,
        resource: web,
        reason: `${ticket}${pick(['new kernel', 'disk is full', 'release 2.4.1', '更换内存'])}`,
      },
      ...{ revision: Math.floor(seq / 50), generation: seq, after: [overlay] },
      release: random() < 0.1 ? `r${Math.floor(random() * 2000)}` : null,
      outcome: random() < 0.01 ? 'denied' : 'done',
    },
  );
}
