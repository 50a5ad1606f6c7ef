import { sampleOffset } from '../observation/sample.ts';
import type { Passage, Sampled } from './passage.ts';
import { Points, riseColumns } from './points.ts';
import type { Series } from './series.ts';

/** Passages without a rise over which one that follows is spread: the kernel refreshes counters every 2 seconds. */
export const spreadOver = 2;

/** Offset of the counters in a sample, in the order of `riseColumns`. */
const counters = riseColumns.map((column) => sampleOffset[column]);

/**
 * A destination's points, one a second, for `count` seconds from `firstSecond` (since 1970).
 *
 * A counter that was reset, or a destination that was not there, leaves a gap. What falls outside of the seconds asked
 * for is left out, and comes with those seconds: no rise is told twice or lost, as long as both have the same passages
 * around it (`spreadOver` later ones, twice as many earlier ones).
 */
export function secondPoints(
  passages: readonly (Passage | null)[],
  series: Series,
  firstSecond: number,
  count: number,
): Points {
  const points = new Points(count);
  const offsets = offsetsOf(passages, series);
  const rises = counters.map((counter) => spread(risesOf(passages, offsets, counter)));
  for (const [index, passage] of passages.entries()) {
    if (!passage || rises.some((rise) => (rise[index] ?? -1) < 0)) continue;
    const offset = offsets[index + 1] ?? 0;
    addTo(
      points,
      passage,
      offset,
      rises.map((rise) => rise[index] ?? 0),
      firstSecond,
    );
  }
  return points;
}

/** Where the destination's numbers are in each sample; undefined where it isn't. */
function offsetsOf(passages: readonly (Passage | null)[], { service, destination }: Series): (number | undefined)[] {
  let table: Sampled['table'] | null = null;
  let offset: number | undefined;
  const at = (sample: Sampled | undefined): number | undefined => {
    if (sample && sample.table !== table) {
      table = sample.table;
      offset = table.offsetOf(service, destination);
    }
    return sample && offset;
  };
  const first = at(passages[0]?.from);
  return [first, ...passages.map((passage, index) => at(passage?.to ?? passages[index + 1]?.from))];
}

/** How much a counter rose in each passage; -1 where that can't be told. */
function risesOf(
  passages: readonly (Passage | null)[],
  offsets: readonly (number | undefined)[],
  counter: number,
): Float64Array {
  const rises = new Float64Array(passages.length).fill(-1);
  for (const [index, passage] of passages.entries()) {
    const [from, to] = [offsets[index], offsets[index + 1]];
    if (!passage || from === undefined || to === undefined) continue;
    rises[index] = Math.max(-1, (passage.to.numbers[to + counter] ?? 0) - (passage.from.numbers[from + counter] ?? 0));
  }
  return rises;
}

/** Each rise shared out with the passages before it in which the kernel had not refreshed the counter. */
function spread(rises: Float64Array): Float64Array {
  const shared = Float64Array.from(rises);
  for (let index = 1; index < rises.length; index++) {
    const rise = rises[index] ?? 0;
    let quiet = 0;
    while (quiet < spreadOver && rises[index - quiet - 1] === 0) quiet++;
    const share = rise > 0 ? Math.floor(rise / (quiet + 1)) : 0;
    if (share === 0) continue;
    for (let back = 1; back <= quiet; back++) shared[index - back] = share;
    shared[index] = rise - quiet * share;
  }
  return shared;
}

function addTo(points: Points, passage: Passage, offset: number, rises: readonly number[], firstSecond: number): void {
  const { numbers } = passage.to;
  const seconds = passage.lastSecond - passage.firstSecond + 1;
  for (let second = passage.firstSecond; second <= passage.lastSecond; second++) {
    const at = second - firstSecond;
    if (at < 0 || at >= points.count) continue;
    const part = (whole: number): number =>
      second === passage.lastSecond ? whole - Math.floor(whole / seconds) * (seconds - 1) : Math.floor(whole / seconds);
    const before = points.at('covered', at);
    const covered = before + part(passage.covered);
    if (covered === 0) continue;
    const mean = (column: 'activeConn' | 'inactConn' | 'persistConn'): number => {
      const now = (numbers[offset + sampleOffset[column]] ?? 0) * 10;
      return before === 0 ? now : Math.round((points.at(column, at) * before + now * (covered - before)) / covered);
    };
    const active = numbers[offset + sampleOffset.activeConn] ?? 0;
    const highest = Math.max(active, Math.floor(points.at('activeConn', at) / 10) + points.at('activePeak', at));
    points.set('activeConn', at, mean('activeConn'));
    points.set('inactConn', at, mean('inactConn'));
    points.set('persistConn', at, mean('persistConn'));
    points.set('activePeak', at, Math.max(0, highest - Math.floor(points.at('activeConn', at) / 10)));
    points.set('covered', at, covered);
    for (const [index, column] of riseColumns.entries())
      points.set(column, at, points.at(column, at) + part(rises[index] ?? 0));
  }
}
