import { setImmediate } from 'node:timers/promises';
import { decodeBlock } from '../../domain/history/block-codec.ts';
import { leaveOutScraps } from '../../domain/history/fields.ts';
import type { HistoryRange } from '../../domain/history/history-range.ts';
import { columns as allColumns, type Column, Points } from '../../domain/history/points.ts';
import type { RecordedMinute } from '../../domain/history/recorded-minute.ts';
import type { Recorder } from '../../domain/history/recorder.ts';
import { layOver, rollUp } from '../../domain/history/roll-up.ts';
import type { Series } from '../../domain/history/series.ts';
import { blockStarts, seconds } from '../../domain/history/tiers.ts';
import type { Database } from '../db/database.ts';
import { findBlocks, type StoredSeries } from './store.ts';

/** Blocks that are read in one go: some 10 ms. */
const blocksTogether = 1000;

interface Asked {
  readonly range: HistoryRange;
  readonly columns: readonly Column[];
  readonly series: readonly Series[];
}

/**
 * The points of each series in a range, from disk and memory, one series after the other: a year of a thousand
 * destinations is never in memory at once. `known` are the series that have blocks.
 */
export async function* readPoints(
  db: Database,
  recorder: Recorder,
  known: ReadonlyMap<string, StoredSeries>,
  { range, columns, series }: Asked,
): AsyncGenerator<{ readonly series: Series; readonly points: Points }, void> {
  const { tier, per, start, step, count } = range;
  const starts = tier === seconds ? [] : blockStarts(tier, start, start + count * step);
  const fresh = freshMinutes(recorder, range);
  const together = Math.max(1, Math.floor(blocksTogether / Math.max(1, starts.length)));
  for (let from = 0; from < series.length; from += together) {
    const some = series.slice(from, from + together);
    const ids = some.flatMap(({ text }) => known.get(text)?.id ?? []);
    const blocks = starts.length && ids.length ? await findBlocks(db, tier, starts, ids) : [];
    const ofSeries = Map.groupBy(blocks, (block) => block.series);
    for (const one of some) {
      const points = new Points(count * per);
      for (const block of ofSeries.get(known.get(one.text)?.id ?? 0) ?? []) {
        const read = decodeBlock(block.points, tier.points, columns);
        put(points, (block.start - start) / tier.step, read);
      }
      for (const minute of fresh) layMinute(points, minute, one, range);
      leaveOutScraps(points, tier.step);
      yield { series: one, points: rollUp(points, per) };
    }
    await setImmediate();
  }
}

/** The minutes in memory that a range needs: for seconds all of them, else those that are not on disk. */
function freshMinutes({ closed, open }: Recorder, { tier, start, step, count }: HistoryRange): RecordedMinute[] {
  const missing = tier === seconds ? closed : closed.filter(({ isWritten }) => !isWritten);
  return [...missing, ...open].filter(
    (minute) => minute.start >= start - 60_000 && minute.start < start + count * step,
  );
}

function layMinute(points: Points, minute: RecordedMinute, series: Series, { tier, start }: HistoryRange): void {
  const perPoint = Math.min(tier.step / seconds.step, seconds.points);
  layOver(points, Math.floor((minute.start - start) / tier.step), rollUp(minute.points(series), perPoint), tier.step);
}

/** Copies a block's points to where they belong; what is outside is left out. */
function put(points: Points, at: number, block: Points): void {
  const first = Math.max(0, -at);
  const last = Math.min(block.count, points.count - at);
  if (last <= first) return;
  for (const column of allColumns) points.column(column).set(block.column(column).subarray(first, last), at + first);
}
