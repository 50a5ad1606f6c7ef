import { type Definition, definitionSchema, emptyDefinition } from '../../domain/definition/definition.ts';
import { definitionDifference } from '../../domain/definition/difference.ts';
import type { Revision } from '../../domain/revision/revision-row.ts';
import type { Transaction } from '../db/database.ts';

const none: Revision = { number: 0, author: '', reason: '', at: 0, definition: emptyDefinition };

/** A revision of a cluster; null when there is none of that number. Throws when the stored definition is not valid. */
export async function findRevision(db: Transaction, clusterId: string, number: number): Promise<Revision | null> {
  if (number === 0) return none;
  const row = await db.revision.findUnique({ where: { clusterId_number: { clusterId, number } } });
  if (!row) return null;
  const { author, reason, createdAt } = row;
  return {
    number,
    author,
    reason,
    at: createdAt.getTime(),
    definition: storedDefinition(`revision ${number}`, row.definition),
  };
}

/** The definition in a stored text. Throws, with what it is of, when it is not valid. */
export function storedDefinition(what: string, json: string): Definition {
  const stored = definitionSchema.safeParse(JSON.parse(json));
  if (stored.success) return stored.data;
  const [issue] = stored.error.issues;
  throw new Error(`${what} is not valid: ${issue?.path.join('.')} ${issue?.message}`);
}

/** The number of the revision that a cluster had at a time; 0 before its first. */
export async function findRevisionAt(db: Transaction, clusterId: string, at: number): Promise<number> {
  const where = { clusterId, createdAt: { lte: new Date(at) } };
  const found = await db.revision.findFirst({ where, orderBy: { number: 'desc' }, select: { number: true } });
  return found?.number ?? 0;
}

/** Revisions older than `before` without their definitions, newest first. */
export const findRevisionRows = (db: Transaction, clusterId: string, before: number | null, take: number) =>
  db.revision.findMany({
    where: { clusterId, ...(before === null ? {} : { number: { lt: before } }) },
    orderBy: { number: 'desc' },
    take,
    omit: { definition: true },
  });

/** The first intent that carried each of these revisions. */
export async function firstGenerations(
  db: Transaction,
  clusterId: string,
  revisions: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await db.generation.groupBy({
    by: ['revision'],
    where: { clusterId, revision: { in: [...revisions] } },
    _min: { number: true },
  });
  return new Map(rows.flatMap(({ revision, _min }) => (_min.number === null ? [] : [[revision, _min.number]])));
}

/** The number, author, reason and time of a cluster's newest revision; null before the first. */
export const newestRevision = (tx: Transaction, clusterId: string) =>
  tx.revision.findFirst({
    where: { clusterId },
    orderBy: { number: 'desc' },
    select: { number: true, author: true, reason: true, createdAt: true },
  });

/** Writes a revision, with how much of the one before it changes. */
export async function addRevision(
  tx: Transaction,
  clusterId: string,
  before: Definition,
  { number, definition, author, reason, at }: Revision,
): Promise<void> {
  await tx.revision.create({
    data: {
      ...{ clusterId, number, author, reason },
      definition: JSON.stringify(definition),
      createdAt: new Date(at),
      ...countsOf(before, definition),
    },
  });
}

function countsOf(before: Definition, after: Definition) {
  const { counts, settingsChanged } = definitionDifference(before, after);
  const { added, changed, removed } = counts;
  return { added, changed, removed, settingsChanged };
}

/** Counts what changed in the revisions of consoles that didn't count; nothing to do after the first time. */
export async function countUncounted(db: Transaction): Promise<void> {
  const uncounted = await db.revision.findMany({
    where: { added: null },
    select: { clusterId: true, number: true },
    orderBy: [{ clusterId: 'asc' }, { number: 'asc' }],
  });
  let last: { readonly clusterId: string; readonly revision: Revision } | null = null;
  for (const { clusterId, number } of uncounted) {
    const known = last?.clusterId === clusterId && last.revision.number === number - 1 ? last.revision : null;
    const before: Revision | null = known ?? (await findRevision(db, clusterId, number - 1));
    const after = await findRevision(db, clusterId, number);
    if (!before || !after) continue;
    last = { clusterId, revision: after };
    const data = countsOf(before.definition, after.definition);
    await db.revision.update({ where: { clusterId_number: { clusterId, number } }, data });
  }
}
