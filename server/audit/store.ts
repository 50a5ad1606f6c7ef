import type { AuditAction, AuditFilters } from '../../domain/audit/audit-row.ts';
import { genesis, linked } from '../../domain/audit/chain-row.ts';
import { Prisma } from '../../prisma/client/client.ts';
import type { Transaction } from '../db/database.ts';
import type { Actor } from './actor.ts';
import { contentOf, type Entry } from './entry.ts';
import { sha256 } from './sha256.ts';

export type { Entry } from './entry.ts';

/**
 * Adds a row behind the newest, with its link in the chain.
 *
 * To be called in the transaction of the change: no other one is open then, so that no two rows get the same number.
 */
export async function addEntry(db: Transaction, at: number, actor: Actor, entry: Entry): Promise<void> {
  const newest = await db.auditEntry.findFirst({ orderBy: { id: 'desc' }, select: { id: true, hash: true } });
  const content = contentOf((newest?.id ?? 0) + 1, at, actor, entry);
  const { seq, ...row } = linked(content, newest?.hash ?? genesis, sha256);
  await db.auditEntry.create({ data: { ...row, id: seq, at: new Date(at) } });
}

/** Entries older than `cursor` that match, newest first. */
export async function findEntries(db: Transaction, filters: AuditFilters, cursor: number | null, count: number) {
  const conditions = conditionsOf(filters);
  if (cursor !== null) conditions.push(Prisma.sql`"id" < ${cursor}`);
  const where = conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}` : Prisma.empty;
  const found = await db.$queryRaw<{ id: number | bigint }[]>`
    SELECT "id" FROM "AuditEntry" ${where} ORDER BY "id" DESC LIMIT ${count}`;
  return db.auditEntry.findMany({ where: { id: { in: found.map(({ id }) => Number(id)) } }, orderBy: { id: 'desc' } });
}

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
    orderBy: { id: 'desc' },
    take: count,
  });

/** What became of generations on each director. */
export const findResults = (db: Transaction, generations: readonly number[]) =>
  db.applyResult.findMany({
    where: { generation: { in: [...generations] } },
    include: { director: { select: { name: true } } },
    orderBy: { director: { name: 'asc' } },
  });

/** In SQL, because Prisma's `contains` takes % and _ of what was searched for signs that stand for others. */
function conditionsOf(filters: AuditFilters): Prisma.Sql[] {
  const { text, from, to } = filters;
  const conditions = (['actor', 'action', 'resource', 'cluster', 'director', 'outcome'] as const).flatMap((column) => {
    const value = filters[column];
    return value ? [Prisma.sql`${Prisma.raw(`"${column}"`)} = ${value}`] : [];
  });
  if (text) conditions.push(Prisma.sql`instr(lower(${searched}), lower(${text})) > 0`);
  if (from !== undefined) conditions.push(Prisma.sql`"at" >= ${new Date(from)}`);
  if (to !== undefined) conditions.push(Prisma.sql`"at" <= ${new Date(to)}`);
  return conditions;
}

/** Line by line, so that nothing is found across two of them. */
const searched = Prisma.raw(
  ['actor', 'resource', 'reason', 'cluster', 'director']
    .map((column) => `coalesce("${column}", '')`)
    .join(' || char(10) || '),
);
