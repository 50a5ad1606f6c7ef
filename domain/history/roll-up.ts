import { activeMax, columns, gaugeColumns, Points, riseColumns } from './points.ts';

/**
 * One point for each `per` points: rises and covered time added up, means weighted by that time, and the highest of the
 * highest. A point of gaps alone is a gap. `per` must divide the number of points.
 */
export function rollUp(points: Points, per: number): Points {
  if (per === 1) return points;
  const rolled = new Points(points.count / per);
  for (let point = 0; point < rolled.count; point++) rollInto(rolled, point, points, point * per, per);
  return rolled;
}

/**
 * One point of `rollUp`: makes `per` points from `first` on into one point of another list, in the place of it.
 *
 * Loops and no lists: a year of one destination is some fifty thousand points.
 */
export function rollInto(into: Points, at: number, points: Points, first: number, per: number): void {
  const last = first + per;
  const times = points.column('covered');
  let covered = 0;
  let highest = 0;
  for (let point = first; point < last; point++) {
    const time = times[point] ?? 0;
    covered += time;
    if (time > 0) highest = Math.max(highest, activeMax(points, point));
  }
  into.set('covered', at, covered);
  if (covered === 0) return;
  for (const column of gaugeColumns) {
    const values = points.column(column);
    let sum = 0;
    for (let point = first; point < last; point++) sum += (values[point] ?? 0) * (times[point] ?? 0);
    into.set(column, at, Math.round(sum / covered));
  }
  for (const column of riseColumns) {
    const values = points.column(column);
    let sum = 0;
    for (let point = first; point < last; point++) if ((times[point] ?? 0) > 0) sum += values[point] ?? 0;
    into.set(column, at, sum);
  }
  into.set('activePeak', at, Math.max(0, highest - Math.floor(into.at('activeConn', at) / 10)));
}

/**
 * Lays what was measured later over what stands, from the point `at` on.
 *
 * Two halves of one point, as a restart leaves them, are added up. What can't be halves of one `step` (milliseconds),
 * because a clock was set back and the same time came twice, is replaced.
 */
export function layOver(stands: Points, at: number, later: Points, step: number): void {
  const most = (step / 10) * 1.15;
  for (let point = 0; point < later.count; point++) {
    const place = at + point;
    if (later.isGap(point) || place < 0 || place >= stands.count) continue;
    const isHalf = stands.at('covered', place) + later.at('covered', point) <= most;
    if (stands.isGap(place) || !isHalf) stands.take(place, later, point);
    else {
      const both = new Points(2);
      both.take(0, stands, place);
      both.take(1, later, point);
      rollInto(stands, place, both, 0, 2);
    }
  }
}

const significantBits = 11;
const roundedColumns = columns.filter((column) => column !== 'covered' && column !== 'conns');

/**
 * Points as they are kept on disk: new connections exactly, everything else to one part in 2,048 or better.
 *
 * Beyond that, numbers of packets and bytes are noise, and half of what would be stored. Rounding again changes nothing.
 */
export function roundedPoints(points: Points): Points {
  const rounded = new Points(points.count);
  rounded.values.set(points.values);
  for (const column of roundedColumns) {
    const values = rounded.column(column);
    for (const [index, value] of values.entries()) {
      const unit = 2 ** Math.max(0, Math.floor(Math.log2(value || 1)) + 1 - significantBits);
      values[index] = Math.round(value / unit) * unit;
    }
  }
  return rounded;
}
