import fc from 'fast-check';
import { columns, largestNumber, Points } from './points.ts';

const numbers = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 50 }),
  fc.integer({ min: 0, max: 1_000_000 }),
  fc.integer({ min: 0, max: largestNumber }),
);

/** Any points that there can be: of every size, jumping and still, with gaps at any place. */
export const anyPoints = (count: number, covered = fc.integer({ min: 1, max: 60_000 })) =>
  fc
    .array(fc.option(fc.tuple(covered, fc.array(numbers, { minLength: 9, maxLength: 9 })), { nil: null, freq: 4 }), {
      minLength: count,
      maxLength: count,
    })
    .map((rows) => {
      const points = new Points(count);
      for (const [point, row] of rows.entries())
        if (row)
          for (const [index, column] of columns.entries()) points.set(column, point, [row[0], ...row[1]][index] ?? 0);
      return points;
    });
