import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slopeOf } from './slope-of.ts';

const line = (count: number, step: number, valueAt: (second: number) => number) =>
  Array.from({ length: count }, (_, index) => ({ at: index * step * 1000, value: valueAt(index * step) }));

it('is the slope of a line, a minute', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -50, max: 50 }),
      fc.nat(1000),
      fc.integer({ min: 5, max: 20 }),
      (each, start, count) => {
        expect(slopeOf(line(count, 3, (second) => start + each * second))).toBeCloseTo(each * 60, 6);
      },
    ),
  );
});

it('isn’t moved by one point that is far off', () => {
  fc.assert(
    fc.property(fc.nat(19), fc.integer({ min: -100_000, max: 100_000 }), (off, value) => {
      const points = line(20, 3, (second) => 100 - second).map((point, index) =>
        index === off ? { ...point, value } : point,
      );
      expect(Math.abs((slopeOf(points) ?? 0) + 60)).toBeLessThan(6);
    }),
  );
});

it('says nothing of too few points, or too short a time', () => {
  expect(slopeOf([])).toBeNull();
  expect(slopeOf(line(3, 10, () => 1))).toBeNull();
  expect(slopeOf(line(10, 1, () => 1))).toBeNull();
  expect(slopeOf(line(11, 1, () => 1))).toBe(0);
});
