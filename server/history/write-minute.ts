import { setImmediate } from 'node:timers/promises';
import { decodeBlock, encodeBlock } from '../../domain/history/block-codec.ts';
import { Points } from '../../domain/history/points.ts';
import type { RecordedMinute } from '../../domain/history/recorded-minute.ts';
import { layOver, rollInto, rollUp, roundedPoints } from '../../domain/history/roll-up.ts';
import type { Series, SeriesText } from '../../domain/history/series.ts';
import { blockStart, minutes, storedTiers, type Tier, tenMinutes, tenSeconds } from '../../domain/history/tiers.ts';
import type { Database } from '../db/database.ts';
import { findBlocks, type StoredBlock, type StoredSeries, writeBlocks } from './store.ts';

/** Series that are written together, in one statement of some milliseconds. */
const together = 50;
/** Series that are worked out in one go, before others get their turn. */
const atOnce = 10;

/**
 * Writes a director's minute into the blocks of every tier, series by series; goes on where an earlier try failed.
 *
 * The blocks stand in the database and nowhere else, so that a restart, a kill, or a clock that was set back finds what
 * there is and adds to it. Only one minute may be written at a time.
 */
export async function writeMinute(
  db: Database,
  minute: RecordedMinute,
  known: ReadonlyMap<SeriesText, StoredSeries>,
): Promise<void> {
  while (!minute.isWritten) {
    const some = minute.series.slice(minute.written, minute.written + together);
    await writeSome(db, minute, some, known);
    minute.hasWritten(minute.written + some.length);
  }
}

async function writeSome(
  db: Database,
  minute: RecordedMinute,
  some: readonly Series[],
  known: ReadonlyMap<SeriesText, StoredSeries>,
): Promise<void> {
  const ids = new Map(some.map((series) => [series, known.get(series.text)?.id ?? 0]));
  const standing = new Map<string, Uint8Array>();
  for (const tier of storedTiers)
    for (const block of await findBlocks(db, tier, [blockStart(tier, minute.start)], [...ids.values()]))
      standing.set(`${tier.number} ${block.series}`, block.points);
  const blocks: StoredBlock[] = [];
  for (const [index, [series, id]] of [...ids].entries()) {
    if (index % atOnce === 0) await setImmediate();
    const seconds = minute.settle(series);
    if (seconds.column('covered').every((time) => time === 0)) continue;
    const of = (tier: Tier): Points => {
      const block = standing.get(`${tier.number} ${id}`);
      return block ? decodeBlock(block, tier.points) : new Points(tier.points);
    };
    for (const [tier, points] of minuteInto(seconds, minute.start, of))
      blocks.push({
        tier: tier.number,
        start: blockStart(tier, minute.start),
        series: id,
        points: encodeBlock(points),
      });
  }
  await writeBlocks(db, blocks);
}

/**
 * Blocks of each tier with a minute's seconds in them. Only the finest takes the seconds; each other takes what the one
 * before it holds then, so that the same minute written in two halves gives what it would have given in one.
 */
export function minuteInto(seconds: Points, start: number, of: (tier: Tier) => Points): [Tier, Points][] {
  const finest = of(tenSeconds);
  layOver(finest, placeIn(tenSeconds, start), roundedPoints(rollUp(seconds, 10)), tenSeconds.step);
  const finer = of(minutes);
  takeRolled(finer, minutes, finest, tenSeconds, start);
  const coarsest = of(tenMinutes);
  takeRolled(coarsest, tenMinutes, finer, minutes, start);
  return [
    [tenSeconds, finest],
    [minutes, finer],
    [tenMinutes, coarsest],
  ];
}

const placeIn = (tier: Tier, at: number): number => Math.floor((at - blockStart(tier, at)) / tier.step);

/** Makes the point of a tier that has the moment `at` anew from the finer tier's points. */
function takeRolled(points: Points, tier: Tier, finer: Points, finerTier: Tier, at: number): void {
  const per = tier.step / finerTier.step;
  const first = Math.floor(placeIn(finerTier, at) / per);
  const rolled = new Points(1);
  rollInto(rolled, 0, finer, first * per, per);
  points.take(placeIn(tier, at), roundedPoints(rolled), 0);
}
