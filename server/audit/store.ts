import type { AuditAction, AuditFilters } from '../../domain/audit/audit-row.ts';
import { genesis, linked } from '../../domain/audit/chain-row.ts';
import type { Checkpoint } from '../../domain/audit/checkpoint.ts';
import { Prisma } from '../../prisma/client/client.ts';
import type { Transaction } from '../db/database.ts';
import type { Actor } from './actor.ts';
import { contentOf, type Entry } from './entry.ts';
import { findNumbers } from './search/store.ts';
import { sha256 } from './sha256.ts';
import { type StoredRow, storedColumns } from './stored-row.ts';

/**
 * Adds a row behind the newest, with its link in the chain.
 *
 * To be called in the transaction of the change: no other one is open then, so that no two rows get the same number.
 */
export async function addEntry(db: Transaction, at: number, actor: Actor, entry: Entry): Promise<void> {
  const newest = await findNewestHash(db);
  const { seq, ...row } = linked(contentOf(newest.seq + 1, at, actor, entry), newest.hash, sha256);
  await db.auditEntry.create({ data: { ...row, id: seq, at: new Date(at) } });
}

/** Entries behind `cursor` that match, newest first. */
export async function findEntries(db: Transaction, filters: AuditFilters, cursor: number | null, count: number) {
  const numbers = await findNumbers(db, filters, cursor, count);
  const rows = await db.auditEntry.findMany({ where: { id: { in: numbers } } });
  const places = new Map(numbers.map((id, place) => [id, place]));
  return rows.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0));
}

/** One row; null when there is none with this number. */
export const findEntry = (db: Transaction, id: number) => db.auditEntry.findUnique({ where: { id } });

/** The newest entries with one of these actions that were done to a cluster in a time, newest first. */
export const findNewestOf = (
  db: Transaction,
  asked: {
    readonly cluster: string;
    readonly from: number;
    readonly to: number;
    readonly actions: readonly AuditAction[];
  },
  count: number,
) =>
  db.auditEntry.findMany({
    where: {
      cluster: asked.cluster,
      action: { in: [...asked.actions] },
      at: { gte: new Date(asked.from), lte: new Date(asked.to) },
      outcome: { not: 'denied' },
    },
    // As the index has them.
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: count,
  });

/** What became of generations on each director. */
export const findResults = (db: Transaction, generations: readonly number[]) =>
  db.applyResult.findMany({
    where: { generation: { in: [...generations] } },
    include: { director: { select: { name: true } } },
    orderBy: { director: { name: 'asc' } },
  });

/** The last row's number and hash; of an empty log 0 and `genesis`. */
export async function findNewestHash(db: Transaction): Promise<{ readonly seq: number; readonly hash: string }> {
  const newest = await db.auditEntry.findFirst({ orderBy: { id: 'desc' }, select: { id: true, hash: true } });
  return newest ? { seq: newest.id, hash: newest.hash } : { seq: 0, hash: genesis };
}

/** Rows behind a number, oldest first. */
export const findRowsAfter = (db: Transaction, seq: number, count: number): Promise<StoredRow[]> =>
  db.$queryRaw<StoredRow[]>`
    SELECT ${Prisma.raw(storedColumns)} FROM "AuditEntry" WHERE "id" > ${seq} ORDER BY "id" LIMIT ${count}`;

export async function addCheckpoint(tx: Transaction, { at, ...checkpoint }: Checkpoint): Promise<void> {
  await tx.auditCheckpoint.create({ data: { ...checkpoint, at: new Date(at) } });
}

/** The newest checkpoints, newest first. */
export async function findCheckpoints(db: Transaction, count: number): Promise<Checkpoint[]> {
  return (await db.auditCheckpoint.findMany({ orderBy: { seq: 'desc' }, take: count })).map(checkpointOf);
}

/** Every checkpoint of rows behind a number, oldest first. */
export async function findAllCheckpoints(db: Transaction, after: number): Promise<Checkpoint[]> {
  return (await db.auditCheckpoint.findMany({ where: { seq: { gt: after } }, orderBy: { seq: 'asc' } })).map(
    checkpointOf,
  );
}

const checkpointOf = ({ at, ...rest }: { seq: number; hash: string; at: Date; signature: string }): Checkpoint => ({
  ...rest,
  at: at.getTime(),
});
