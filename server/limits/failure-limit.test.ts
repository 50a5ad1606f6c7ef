import { expect, test } from 'vitest';
import { FailureLimit } from './failure-limit.ts';

test('a key waits after too many failures, until the window has passed them', () => {
  const limit = new FailureLimit(3, 1000);
  for (const at of [0, 100, 200]) {
    expect(limit.waitFor('a', at)).toBe(0);
    limit.failed('a', at);
  }
  expect(limit.waitFor('a', 300)).toBe(700);
  expect(limit.waitFor('b', 300)).toBe(0);
  expect(limit.waitFor('a', 1000)).toBe(0);
  limit.failed('a', 1000);
  expect(limit.waitFor('a', 1001)).toBe(99);
});

test('it remembers a bounded number of keys', () => {
  const limit = new FailureLimit(1, 1000);
  limit.failed('first', 0);
  for (let index = 0; index < 10_000; index++) limit.failed(`key ${index}`, 0);
  expect(limit.waitFor('first', 1)).toBe(0);
  expect(limit.waitFor('key 9999', 1)).toBe(999);
});
