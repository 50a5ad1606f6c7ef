import { type Series, seriesOf } from '../../domain/history/series.ts';
import type { Tier } from '../../domain/history/tiers.ts';
import type { DestinationKeyText } from '../../domain/lvs/destination-key.ts';
import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import type { Transaction } from '../db/database.ts';

export interface StoredSeries extends Series {
  readonly id: number;
  /** Milliseconds since 1970: the last day on which it had numbers. */
  readonly seenAt: number;
}

export interface StoredBlock {
  /** A tier's number. */
  readonly tier: number;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly series: number;
  readonly points: Uint8Array;
}

const minute = 60_000;
const placeholders = (count: number): string => Array<string>(count).fill('?').join(',');

export async function findSeries(db: Transaction, directorId: string): Promise<StoredSeries[]> {
  const rows = await db.historySeries.findMany({ where: { directorId } });
  return rows.map(({ id, service, destination, seenAt }) => ({
    ...seriesOf(service as ServiceKeyText, destination as DestinationKeyText),
    id,
    seenAt: seenAt.getTime(),
  }));
}

export async function addSeries(
  db: Transaction,
  directorId: string,
  series: readonly Series[],
  seenAt: number,
): Promise<void> {
  const data = series.map(({ service, destination }) => ({
    directorId,
    service,
    destination,
    seenAt: new Date(seenAt),
  }));
  await db.historySeries.createMany({ data });
}

export async function seeSeries(db: Transaction, ids: readonly number[], seenAt: number): Promise<void> {
  await db.historySeries.updateMany({ where: { id: { in: [...ids] } }, data: { seenAt: new Date(seenAt) } });
}

/** Blocks of a tier that begin at these times, of these series. Each of them is looked up: ask for some thousand. */
export async function findBlocks(
  db: Transaction,
  tier: Tier,
  starts: readonly number[],
  series: readonly number[],
): Promise<StoredBlock[]> {
  const rows = await db.$queryRawUnsafe<{ start: number; series: number; points: Uint8Array }[]>(
    `SELECT "start", "series", "points" FROM "HistoryBlock"
     WHERE "tier" = ? AND "start" IN (${placeholders(starts.length)}) AND "series" IN (${placeholders(series.length)})`,
    tier.number,
    ...starts.map((start) => start / minute),
    ...series,
  );
  return rows.map((row) => ({ ...row, start: row.start * minute, tier: tier.number }));
}

/** Writes blocks, over those that stand: all of them or none, in one statement. A thousand take some 20 ms. */
export async function writeBlocks(db: Transaction, blocks: readonly StoredBlock[]): Promise<void> {
  if (blocks.length === 0) return;
  await db.$executeRawUnsafe(
    `INSERT INTO "HistoryBlock" ("tier", "start", "series", "points") VALUES ${Array<string>(blocks.length).fill('(?,?,?,?)').join(',')}
     ON CONFLICT ("tier", "start", "series") DO UPDATE SET "points" = excluded."points"`,
    ...blocks.flatMap(({ tier, start, series, points }) => [tier, start / minute, series, points]),
  );
}

/** Removes up to `most` blocks of a tier that begin before a time, the oldest first; gives how many it were. */
export const forgetBlocks = (db: Transaction, tier: Tier, before: number, most: number): Promise<number> =>
  db.$executeRawUnsafe(
    `DELETE FROM "HistoryBlock" WHERE rowid IN (
       SELECT rowid FROM "HistoryBlock" WHERE "tier" = ? AND "start" < ? ORDER BY "start" LIMIT ?)`,
    tier.number,
    Math.floor(before / minute),
    most,
  );

/** Removes series that had no numbers since; gives how many it were. */
export async function forgetSeries(db: Transaction, before: number): Promise<number> {
  const { count } = await db.historySeries.deleteMany({ where: { seenAt: { lt: new Date(before) } } });
  return count;
}
