import type { AuditFilters } from '../../../domain/audit/audit-row.ts';
import { Prisma } from '../../../prisma/client/client.ts';
import type { Transaction } from '../../db/database.ts';
import { type StoredRow, storedColumns } from '../stored-row.ts';
import { searchedText } from '../text-index.ts';
import { trigramQuery } from './trigrams.ts';

type Sql = Prisma.Sql;

const usualMany = 20_000;

const columns = ['actor', 'action', 'resource', 'cluster', 'director', 'outcome', 'ticket', 'release'] as const;

/** A condition that an index answers, and how it is written where another one's index is to be taken. */
interface Condition {
  readonly byIndex: Sql;
  readonly byRow: Sql;
}

interface Asked {
  readonly times: readonly Sql[];
  readonly conditions: readonly Condition[];
  /** Rows from which on a condition is no good to begin with: more of them are not counted. */
  readonly many: number;
}

interface Found {
  readonly id: number | bigint;
}

/**
 * Numbers of the rows that match, newest first, behind the row `cursor`.
 *
 * By time, and of the same time by number; where a text is searched, by number alone, which differs only where the
 * clock was set back. SQLite would take the first index that fits, whatever is in it: the condition that the fewest
 * rows meet is found by counting, and its index is taken.
 */
export async function findNumbers(
  db: Transaction,
  filters: AuditFilters,
  cursor: number | null,
  count: number,
  many = usualMany,
): Promise<number[]> {
  const conditions = columns.flatMap((column) => equal(column, filters[column]) ?? []);
  const times = timesOf(filters);
  const text = filters.text ? trigramQuery(filters.text) : null;
  const found = text
    ? await withText(db, { text, times, conditions, asked: filters.text ?? '', many }, cursor, count)
    : await byTime(db, { times, conditions, text: filters.text, many }, cursor, count);
  return found.map(({ id }) => Number(id));
}

/** The rows that match with numbers behind `after` up to `upTo`, oldest first. */
export function findMatching(
  db: Transaction,
  filters: AuditFilters,
  after: number,
  upTo: number,
): Promise<StoredRow[]> {
  const where = [
    Prisma.sql`"AuditEntry"."id" > ${after}`,
    Prisma.sql`"AuditEntry"."id" <= ${upTo}`,
    ...columns.flatMap((column) => equal(column, filters[column])?.byRow ?? []),
    // By row, too: it goes through the numbers in their order.
    ...timesOf(filters, '+'),
    ...(filters.text ? [hasText(filters.text)] : []),
  ];
  return db.$queryRaw<StoredRow[]>`
    SELECT ${Prisma.raw(storedColumns)} FROM "AuditEntry" ${whereOf(where)} ORDER BY "id"`;
}

async function byTime(
  db: Transaction,
  { times, conditions, text, many }: Asked & { readonly text: string | undefined },
  cursor: number | null,
  count: number,
): Promise<Found[]> {
  const [first, ...others] = await rarestFirst(db, conditions, times, many);
  const where = [...(first ? [first.byIndex] : []), ...others.map(({ byRow }) => byRow), ...times];
  if (text) where.push(hasText(text));
  if (cursor !== null) where.push(...(await behind(db, cursor)));
  return db.$queryRaw<Found[]>`
    SELECT "id" FROM "AuditEntry" ${whereOf(where)} ORDER BY "at" DESC, "id" DESC LIMIT ${count}`;
}

async function withText(
  db: Transaction,
  { text, asked, times, conditions, many }: Asked & { readonly text: string; readonly asked: string },
  cursor: number | null,
  count: number,
): Promise<Found[]> {
  const older = cursor === null ? [] : [Prisma.sql`"AuditEntry"."id" < ${cursor}`];
  const [first, ...others] = await rarestFirst(db, conditions, times, many);
  const byOthers =
    first || times.length > 0 ? await countOf(db, [...(first ? [first.byIndex] : []), ...times], many) : many;
  if (byOthers < many && byOthers < (await countOfText(db, text, many))) {
    const where = [
      ...(first ? [first.byIndex] : []),
      ...others.map(({ byRow }) => byRow),
      ...times,
      hasText(asked),
      ...older,
    ];
    return db.$queryRaw<Found[]>`SELECT "id" FROM "AuditEntry" ${whereOf(where)} ORDER BY "id" DESC LIMIT ${count}`;
  }
  const rows = [...conditions.map(({ byRow }) => byRow), ...times, hasText(asked), ...older];
  const before = cursor === null ? Prisma.empty : Prisma.sql`AND "AuditText"."rowid" < ${cursor}`;
  return db.$queryRaw<Found[]>`
    SELECT "AuditEntry"."id" AS "id"
    FROM "AuditText" CROSS JOIN "AuditEntry" ON "AuditEntry"."id" = "AuditText"."rowid"
    ${whereOf([Prisma.sql`"AuditText" MATCH ${text}`, ...rows])} ${before}
    ORDER BY "AuditText"."rowid" DESC LIMIT ${count}`;
}

/** The conditions, the one that the fewest rows meet first. One alone needn't be counted. */
async function rarestFirst(
  db: Transaction,
  conditions: readonly Condition[],
  times: readonly Sql[],
  many: number,
): Promise<readonly Condition[]> {
  if (conditions.length < 2) return conditions;
  const counted: { condition: Condition; rows: number }[] = [];
  for (const condition of conditions)
    counted.push({ condition, rows: await countOf(db, [condition.byIndex, ...times], many) });
  return counted.sort((a, b) => a.rows - b.rows).map(({ condition }) => condition);
}

/** How many rows meet all of them, up to `many`. */
async function countOf(db: Transaction, where: readonly Sql[], many: number): Promise<number> {
  const [counted] = await db.$queryRaw<{ n: number | bigint }[]>`
    SELECT count(*) AS "n" FROM (SELECT 1 FROM "AuditEntry" ${whereOf(where)} LIMIT ${many})`;
  return Number(counted?.n ?? 0);
}

async function countOfText(db: Transaction, text: string, many: number): Promise<number> {
  const [counted] = await db.$queryRaw<{ n: number | bigint }[]>`
    SELECT count(*) AS "n" FROM (SELECT "rowid" FROM "AuditText" WHERE "AuditText" MATCH ${text} LIMIT ${many})`;
  return Number(counted?.n ?? 0);
}

/** Behind a row in the order of time. */
async function behind(db: Transaction, cursor: number): Promise<Sql[]> {
  const row = await db.auditEntry.findUnique({ where: { id: cursor }, select: { at: true } });
  if (!row) return [Prisma.sql`"id" < ${cursor}`];
  return [Prisma.sql`"at" <= ${row.at}`, Prisma.sql`("at" < ${row.at} OR "id" < ${cursor})`];
}

function equal(column: (typeof columns)[number], value: string | undefined): Condition | null {
  if (!value) return null;
  const name = Prisma.raw(`"AuditEntry"."${column}"`);
  // A plus before a column keeps SQLite from taking its index. https://sqlite.org/optoverview.html, 8
  return { byIndex: Prisma.sql`${name} = ${value}`, byRow: Prisma.sql`+${name} = ${value}` };
}

function timesOf({ from, to }: AuditFilters, plus: '' | '+' = ''): Sql[] {
  const at = Prisma.raw(`${plus}"AuditEntry"."at"`);
  return [
    ...(from === undefined ? [] : [Prisma.sql`${at} >= ${new Date(from)}`]),
    ...(to === undefined ? [] : [Prisma.sql`${at} <= ${new Date(to)}`]),
  ];
}

/** Not by LIKE, which takes % and _ of what was searched for signs that stand for others. */
const hasText = (text: string): Sql =>
  Prisma.sql`instr(lower(${Prisma.raw(searchedText('"AuditEntry".'))}), lower(${text})) > 0`;

const whereOf = (conditions: readonly Sql[]): Sql =>
  conditions.length > 0 ? Prisma.sql`WHERE ${Prisma.join([...conditions], ' AND ')}` : Prisma.empty;
