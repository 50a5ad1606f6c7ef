import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBlock, encodeBlock } from './block-codec.ts';
import { anyPoints } from './points.arbitrary.ts';
import { columns, largestNumber, Points } from './points.ts';

describe('a block', () => {
  it('gives exactly what was put in, gaps included', () => {
    const anyCount = fc.integer({ min: 1, max: 90 }).chain((count) => anyPoints(count));
    fc.assert(
      fc.property(anyCount, (points) => {
        expect(decodeBlock(encodeBlock(points), points.count).values).toEqual(points.values);
      }),
    );
  });

  it('gives exactly numbers of every scale and unit', () => {
    const any = fc.tuple(
      fc.integer({ min: 1, max: 1000 }),
      fc.array(fc.integer({ min: 0, max: 2 ** 40 }), { minLength: 60, maxLength: 60 }),
    );
    fc.assert(
      fc.property(any, ([unit, values]) => {
        const points = new Points(60);
        for (const [point, value] of values.entries()) {
          points.set('covered', point, 1000);
          points.set('inBytes', point, value * unit);
        }
        expect(decodeBlock(encodeBlock(points), 60).values).toEqual(points.values);
      }),
    );
  });

  it('gives the columns that are asked for, and covered', () => {
    fc.assert(
      fc.property(anyPoints(30), fc.subarray([...columns]), (points, wanted) => {
        const read = decodeBlock(encodeBlock(points), 30, wanted);
        for (const column of columns)
          if (column === 'covered' || wanted.includes(column))
            expect(read.column(column)).toEqual(points.column(column));
          else expect(read.column(column).every((value) => value === 0)).toBe(true);
      }),
    );
  });

  it('keeps the largest numbers beside the smallest', () => {
    const points = new Points(4);
    for (const [point, value] of [0, largestNumber, 1, largestNumber - 1].entries()) {
      points.set('covered', point, 1);
      points.set('outBytes', point, value);
    }
    expect(decodeBlock(encodeBlock(points), 4).values).toEqual(points.values);
  });

  it('of gaps alone, or of a quiet destination, is next to nothing', () => {
    expect(encodeBlock(new Points(60)).length).toBeLessThan(50);
    const quiet = new Points(60);
    quiet.column('covered').fill(1000);
    expect(encodeBlock(quiet).length).toBeLessThan(50);
  });

  it('that something else wrote is refused', () => {
    expect(() => decodeBlock(new Uint8Array([9, 0, 0]), 60)).toThrow('cannot read');
    const long = new Points(60);
    long.column('covered').fill(1);
    expect(() => decodeBlock(encodeBlock(long), 59)).toThrow('60 points');
  });
});
