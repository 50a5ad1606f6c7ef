import { expect, test } from 'vitest';
import { RepairTally } from './repair-tally.ts';

const repaired = (generation: number, failed = 0) => ({
  type: 'repaired' as const,
  generation,
  results: [{ index: 0, line: `-e ${generation}`, outcome: 'applied' as const, error: null }],
  ...{ total: 2, failed, readBack: 'agrees' as const },
});

test('the first repair is due at once, and those that follow are due together a minute later', () => {
  const tally = new RepairTally();
  expect(tally.due(1_000_000)).toBe(null);
  tally.take(repaired(1));
  expect(tally.due(1_000_000)).toMatchObject({ times: 1, total: 2, generation: 1 });
  for (let time = 0; time < 30; time++) tally.take(repaired(2, time % 2));
  expect(tally.due(1_059_999)).toBe(null);
  expect(tally.due(1_060_000)).toMatchObject({ times: 30, total: 60, failed: 15, results: [{ line: '-e 2' }] });
  expect(tally.due(2_000_000)).toBe(null);
});
