import { expect, test } from 'vitest';
import { RepairPace } from './repair-pace.ts';

const place = 'TCP 10.0.0.4:80';

/** When a place is put right, if it is wrong at every moment, in seconds; looked at once a second. */
function repairsIn(pace: RepairPace, seconds: number): number[] {
  const times: number[] = [];
  for (let second = 0; second < seconds; second++) {
    if (!pace.isDue(place, second * 1000)) continue;
    pace.repaired([place], second * 1000);
    times.push(second);
  }
  return times;
}

test('the first time at once, then ever more seldom, down to once a minute', () => {
  expect(repairsIn(new RepairPace(), 300)).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183, 243]);
});

test('what stood right for a while begins anew', () => {
  const pace = new RepairPace();
  expect(repairsIn(pace, 8)).toEqual([0, 1, 3, 7]);
  expect(pace.isDue(place, 10_000)).toBe(false);
  expect(pace.isDue(place, 7000 + 31_000)).toBe(true);
  pace.repaired([place], 7000 + 31_000);
  expect(pace.isDue(place, 7000 + 32_000)).toBe(true);
});

test('a place waits alone', () => {
  const pace = new RepairPace();
  pace.repaired([place], 0);
  expect([pace.isDue(place, 500), pace.isDue('timeouts', 500)]).toEqual([false, true]);
});

test('the third time in a row is a contest, until it is quiet', () => {
  const pace = new RepairPace();
  pace.repaired([place], 0);
  pace.repaired([place], 1000);
  expect(pace.contested(1000)).toEqual([]);
  pace.repaired([place], 3000);
  expect(pace.contested(3000)).toEqual([{ place, wait: 4000 }]);
  expect(pace.contested(34_000)).toEqual([]);
});
