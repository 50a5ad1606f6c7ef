import { expect, test } from 'vitest';
import { bootTimeReader } from './boot-time.ts';

test('it counts by the fine clock, and jumps when the machine slept', () => {
  let fine = 100;
  let coarse = 5000;
  const read = bootTimeReader(
    () => fine,
    () => coarse,
  );
  expect(read()).toBe(5000);
  fine += 3.25;
  expect(read()).toBe(5003.25);
  coarse += 10;
  expect(read()).toBe(5003.25);
  coarse += 60_000;
  expect(read()).toBe(65_010);
  fine += 1;
  expect(read()).toBe(65_011);
});
