import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPoints } from './points.arbitrary.ts';
import { activeMax, columns, gaugeColumns, Points } from './points.ts';
import { layOver, rollUp, roundedPoints } from './roll-up.ts';

const total = (points: Points, column: 'conns' | 'covered') =>
  points.column(column).reduce((sum, value) => sum + value, 0);

/** Numbers small enough that sums of them are exact. */
const small = (count: number) =>
  anyPoints(count).map((points) => {
    const smaller = new Points(count);
    smaller.values.set(points.values.map((value) => value % 1_000_000));
    return smaller;
  });

describe('rollUp', () => {
  it('keeps the totals of connections and of covered time', () => {
    fc.assert(
      fc.property(small(60), fc.constantFrom(1, 6, 10, 60), (points, per) => {
        const rolled = rollUp(points, per);
        expect(rolled.count).toBe(60 / per);
        expect(total(rolled, 'conns')).toBe(total(points, 'conns'));
        expect(total(rolled, 'covered')).toBe(total(points, 'covered'));
      }),
    );
  });

  it('weights means by time, and keeps the highest', () => {
    fc.assert(
      fc.property(small(6), (points) => {
        const rolled = rollUp(points, 6);
        const known = [0, 1, 2, 3, 4, 5].filter((point) => !points.isGap(point));
        expect(rolled.isGap(0)).toBe(known.length === 0);
        if (known.length === 0) return;
        const covered = known.reduce((sum, point) => sum + points.at('covered', point), 0);
        for (const column of gaugeColumns) {
          const mean = known.reduce((sum, p) => sum + points.at(column, p) * (points.at('covered', p) / covered), 0);
          expect(Math.abs(rolled.at(column, 0) - mean)).toBeLessThanOrEqual(0.51);
        }
        expect(activeMax(rolled, 0)).toBe(Math.max(...known.map((point) => activeMax(points, point))));
      }),
    );
  });

  it('in two steps gives the totals of one', () => {
    fc.assert(
      fc.property(small(60), (points) => {
        const [once, twice] = [rollUp(points, 60), rollUp(rollUp(points, 6), 10)];
        for (const column of columns)
          if (column !== 'activePeak')
            expect(Math.abs(once.at(column, 0) - twice.at(column, 0))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('layOver', () => {
  const point = (covered: number, conns: number, activeConn: number) => {
    const points = new Points(1);
    for (const [column, value] of Object.entries({ covered, conns, activeConn }))
      points.set(column as 'conns', 0, value);
    return points;
  };

  it('adds up two halves of one point', () => {
    const stands = point(600, 6, 100);
    layOver(stands, 0, point(400, 8, 50), 10_000);
    expect([stands.at('covered', 0), stands.at('conns', 0), stands.at('activeConn', 0)]).toEqual([1000, 14, 80]);
    expect(activeMax(stands, 0)).toBe(10);
  });

  it('takes the later one when both are whole, as after a clock was set back', () => {
    const stands = point(1000, 6, 100);
    layOver(stands, 0, point(1000, 8, 50), 10_000);
    expect(stands.at('conns', 0)).toBe(8);
  });

  it('loses nothing of either where the other has a gap, and writes nothing outside', () => {
    fc.assert(
      fc.property(small(10), fc.integer({ min: -12, max: 12 }), (points, at) => {
        const [same, moved] = [new Points(10), new Points(10)];
        same.values.set(points.values);
        layOver(same, at, new Points(10), 10_000);
        expect(same.values).toEqual(points.values);
        layOver(moved, at, points, 10_000);
        for (let place = 0; place < 10; place++)
          for (const column of columns) expect(moved.at(column, place)).toBe(points.at(column, place - at));
      }),
    );
  });
});

describe('roundedPoints', () => {
  it('is within one part in 2,048, changes no connection, and rounds once', () => {
    fc.assert(
      fc.property(anyPoints(20), (points) => {
        const rounded = roundedPoints(points);
        expect(rounded.column('conns')).toEqual(points.column('conns'));
        expect(rounded.column('covered')).toEqual(points.column('covered'));
        for (const [index, value] of points.values.entries())
          expect(Math.abs((rounded.values[index] ?? 0) - value)).toBeLessThanOrEqual(value / 2048);
        expect(roundedPoints(rounded).values).toEqual(rounded.values);
      }),
    );
  });
});
