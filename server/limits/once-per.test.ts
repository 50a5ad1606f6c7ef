import { expect, test } from 'vitest';
import { OncePer } from './once-per.ts';

test('each thing is told once in its time, whatever else comes', () => {
  const once = new OncePer(1000);
  expect([once.isFirst('a', 0), once.isFirst('b', 10), once.isFirst('a', 999), once.isFirst('a', 1000)]).toEqual([
    ...[true, true, false, true],
  ]);
});

test('it remembers a bounded number of things', () => {
  const once = new OncePer(1000);
  for (let n = 0; n < 1500; n++) expect(once.isFirst(`${n}`, 0)).toBe(true);
  expect(once.isFirst('1499', 1)).toBe(false);
  expect(once.isFirst('0', 1)).toBe(true);
});
