import { expect, test } from 'vitest';
import { backoff } from './backoff.ts';

test('waits double from 0.2 s to 5 s, each between half and whole', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map((attempt) => backoff(attempt, 0))).toEqual([100, 200, 400, 800, 1600, 2500, 2500]);
  expect([1, 6, 1000].map((attempt) => backoff(attempt, 0.999_999))).toEqual([200, 5000, 5000]);
});
