import { expect, test } from 'vitest';
import { RequestLimit } from './request-limit.ts';

test('a key may so much at once, then so much a second; others are not held up by it', () => {
  const limit = new RequestLimit(3, 2);
  for (let request = 0; request < 3; request++) expect(limit.take('a', 1000)).toBe(0);
  expect(limit.take('a', 1000)).toBe(500);
  expect(limit.take('a', 1400)).toBe(100);
  expect(limit.take('b', 1400)).toBe(0);
  expect(limit.take('a', 1500)).toBe(0);
  expect(limit.take('a', 1500)).toBe(500);
  for (let request = 0; request < 3; request++) expect(limit.take('a', 60_000)).toBe(0);
  expect(limit.take('a', 60_000)).toBeGreaterThan(0);
});

test('a clock that goes back gives nothing, and takes nothing', () => {
  const limit = new RequestLimit(1, 1);
  expect(limit.take('a', 5000)).toBe(0);
  expect(limit.take('a', 1000)).toBe(1000);
});

test('it remembers a bounded number of keys', () => {
  const limit = new RequestLimit(1, 1);
  limit.take('first', 0);
  for (let index = 0; index < 10_000; index++) limit.take(`key ${index}`, 0);
  expect(limit.take('first', 0)).toBe(0);
  expect(limit.take('key 9999', 0)).toBe(1000);
});
