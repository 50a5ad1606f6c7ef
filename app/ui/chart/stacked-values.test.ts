import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapsOf, lonePoints, stackedValues } from './stacked-values.ts';

const value = fc.option(fc.integer({ min: 0, max: 1000 }), { nil: null });

describe('stackedValues', () => {
  it('adds from below, takes one that is missing for nothing, and leaves a gap where all are', () => {
    const stack = stackedValues(
      [
        [1, null, null, 4],
        [2, 5, null, 0],
      ],
      4,
    );
    expect(stack).toEqual([
      [1, 0, null, 4],
      [3, 5, null, 4],
    ]);
  });

  it('never falls from list to list, and ends at the sum', () => {
    const lists = fc.integer({ min: 1, max: 6 }).chain((count) =>
      fc.array(fc.array(value, { minLength: count, maxLength: count }), {
        minLength: 1,
        maxLength: 5,
      }),
    );
    fc.assert(
      fc.property(lists, (all) => {
        const count = all[0]?.length ?? 0;
        const stack = stackedValues(all, count);
        for (let point = 0; point < count; point++) {
          const tops = stack.map((list) => list[point]);
          const known = all.map((list) => list[point]).filter((one) => one != null);
          if (known.length === 0) expect(tops.every((top) => top === null)).toBe(true);
          else expect(tops.at(-1)).toBe(known.reduce((sum: number, one) => sum + (one ?? 0), 0));
          for (let at = 1; at < tops.length; at++) expect(tops[at] ?? 0).toBeGreaterThanOrEqual(tops[at - 1] ?? 0);
        }
      }),
    );
  });
});

describe('gaps', () => {
  it('are where no list has a number', () => {
    expect(
      gapsOf(
        [
          [null, 1, null, null, 2, null],
          [null, null, null, null, 1, null],
        ],
        6,
      ),
    ).toEqual([
      { from: 0, to: 1 },
      { from: 2, to: 4 },
      { from: 5, to: 6 },
    ]);
    expect(gapsOf([[1, 2]], 2)).toEqual([]);
  });

  it('leave lone points, also at both ends', () => {
    expect(lonePoints([1, null, 2, 3, null, 4])).toEqual([0, 5]);
  });
});
