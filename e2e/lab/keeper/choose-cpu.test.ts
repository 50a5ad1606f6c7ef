import { expect, test } from 'vitest';
import { chooseCpu } from './choose-cpu.ts';

test('any CPU of a list with ranges can be chosen, and no other', () => {
  const chosen = Array.from({ length: 100 }, (_, index) => chooseCpu('0-1,4,6-7', index / 100));
  expect([...new Set(chosen)]).toEqual([0, 1, 4, 6, 7]);
});

test('a single CPU', () => {
  expect(chooseCpu('3', 0.99)).toBe(3);
});
