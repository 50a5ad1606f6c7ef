import { describe, expect, it } from 'vitest';
import { columnsOf, fieldLists, historyFields, leaveOutScraps } from './fields.ts';
import { Points } from './points.ts';
import { SumOfSeries } from './sum-of-series.ts';

/** Ten points with numbers at these, of 10 s each. */
function known(...at: number[]): Points {
  const points = new Points(10);
  for (const point of at)
    for (const [column, value] of Object.entries(row)) points.set(column as keyof typeof row, point, value);
  return points;
}
const row = { covered: 1000, activeConn: 123, activePeak: 3, conns: 25, outBytes: 5000 };
const all = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

describe('fields', () => {
  it('are gauges, and rates over the time that is covered', () => {
    const lists = fieldLists(known(0), historyFields);
    const first = Object.fromEntries(Object.entries(lists).map(([field, list]) => [field, list?.[0]]));
    expect(first).toMatchObject({
      activeConn: 12.3,
      activeConnMax: 15,
      inactConn: 0,
      cps: 2.5,
      outRate: 500,
      inRate: 0,
    });
    expect(lists.cps?.slice(1)).toEqual(Array(9).fill(null));
    expect(columnsOf(['activeConnMax', 'activeConn'])).toEqual(['activeConn', 'activePeak']);
  });

  it('of a point that is less than half known are left out, but for the newest', () => {
    const points = known(0, 1, 2);
    for (const point of [1, 2]) points.set('covered', point, 499);
    leaveOutScraps(points, 10_000);
    expect(all.filter((point) => !points.isGap(point))).toEqual([0, 2]);
  });
});

describe('SumOfSeries', () => {
  const sumOf = (...rows: Points[]) => {
    const sum = new SumOfSeries(10, historyFields);
    for (const points of rows) sum.add(points);
    return sum.lists;
  };

  it('adds up gauges and rates, and has no highest', () => {
    const lists = sumOf(known(...all), known(...all));
    expect(lists.activeConn).toEqual(Array(10).fill(24.6));
    expect(lists.cps).toEqual(Array(10).fill(5));
    expect(lists.activeConnMax).toBeUndefined();
  });

  it('is a gap where one of them is missing for a moment, and where all are', () => {
    expect(sumOf(known(...all), known(0, 1, 4, 5, 6, 7, 8, 9)).cps).toEqual([5, 5, null, null, 5, 5, 5, 5, 5, 5]);
    expect(sumOf(known(0, 9), known(0, 9)).cps).toEqual([5, ...Array<null>(8).fill(null), 5]);
  });

  it('does without a destination that came later, left, or was away for long', () => {
    expect(sumOf(known(...all), known(4, 5)).cps).toEqual([2.5, 2.5, 2.5, 2.5, 5, 5, 2.5, 2.5, 2.5, 2.5]);
    expect(sumOf(known(...all), known(0, 9)).cps).toEqual([5, ...Array<number>(8).fill(2.5), 5]);
  });
});
