import { expect, test } from 'vitest';
import { nextWait } from './next-wait.ts';

test('each wait is twice the one before, from a second to five minutes', () => {
  const waits = [nextWait(null)];
  for (let n = 0; n < 12; n++) waits.push(nextWait(waits.at(-1) ?? null));
  expect(waits.slice(0, 4)).toEqual([1000, 2000, 4000, 8000]);
  expect(waits.slice(-2)).toEqual([300_000, 300_000]);
});
