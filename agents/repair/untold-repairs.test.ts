import { expect, test } from 'vitest';
import type { RepairedMessage } from './drift-repair.ts';
import { UntoldRepairs } from './untold-repairs.ts';

const repair = (total: number): RepairedMessage => ({
  ...{ type: 'repaired', generation: 1, results: [], total, failed: 0, readBack: 'agrees' },
});

test('repairs are told in their order, and those while the console was away when it is back', () => {
  const told: number[] = [];
  let away = true;
  const repairs = new UntoldRepairs(({ total }) => !away && told.push(total) > 0);
  for (let total = 1; total <= 40; total++) repairs.tell(repair(total));
  away = false;
  repairs.tell(repair(41));
  expect(told).toEqual(Array.from({ length: 30 }, (_, index) => index + 12));
  repairs.tellWaiting();
  expect(told).toHaveLength(30);
});

test('one that can’t be told keeps those after it waiting', () => {
  const told: number[] = [];
  let room = 2;
  const repairs = new UntoldRepairs(({ total }) => room-- > 0 && told.push(total) > 0);
  for (let total = 1; total <= 3; total++) repairs.tell(repair(total));
  expect(told).toEqual([1, 2]);
  room = 5;
  repairs.tell(repair(4));
  expect(told).toEqual([1, 2, 3, 4]);
});
