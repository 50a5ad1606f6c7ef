import { expect, it } from 'vitest';
import { historyRange } from './history-range.ts';

const now = Date.UTC(2026, 5, 1, 12, 34, 56);
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

it.each([
  ['ten minutes', 10 * minute, 600, 1000, 1],
  ['ten minutes on a small chart', 10 * minute, 120, 1000, 5],
  ['an hour', hour, 400, 10_000, 1],
  ['six hours', 6 * hour, 500, 10_000, 6],
  ['a day', day, 500, minute, 3],
  ['a week', 7 * day, 500, 10 * minute, 3],
  ['a month', 31 * day, 500, 10 * minute, 12],
  ['a year', 365 * day, 500, 10 * minute, 144],
])('%s', (_, length, points, tierStep, per) => {
  const range = historyRange(now - length, now, points, now);
  expect([range.tier.step, range.per]).toEqual([tierStep, per]);
  expect(range.step).toBe(tierStep * per);
  expect(range.start % range.step).toBe(0);
  expect(range.start).toBeLessThanOrEqual(now - length);
  expect(range.start + range.count * range.step).toBeGreaterThanOrEqual(now);
  expect(range.count).toBeLessThanOrEqual(points + 2);
});

it('takes the finest tier that goes back far enough', () => {
  const at = (ago: number) => historyRange(now - ago, now - ago + 5 * minute, 300, now).tier.step / 1000;
  expect([at(9 * minute), at(11 * minute), at(25 * hour), at(32 * day), at(500 * day)]).toEqual([1, 10, 60, 600, 600]);
});

it('gives at least one point', () => {
  expect(historyRange(now, now + 1, 2000, now)).toMatchObject({ step: 1000, count: 1 });
});
