import { describe, expect, it } from 'vitest';
import type { HistoryAnswer } from '../../../domain/history/history-answer.ts';
import { newestAsked, newestAt, until, withNewer } from './history-window.ts';

const answer = (
  start: number,
  cps: (number | null)[],
  rows: Record<string, (number | null)[]> = {},
): HistoryAnswer => ({
  ...{ start, step: 1000, count: cps.length, fields: { cps }, unlisted: 0 },
  rows: Object.entries(rows).map(([destination, list]) => ({
    service: 'TCP 10.0.0.1:80' as never,
    destination: destination as never,
    fields: { cps: list },
  })),
});

describe('withNewer', () => {
  const held = answer(10_000, [1, 2, 3, 4], { a: [1, 1, 1, 1], b: [0, 1, 2, 3] });

  it('replaces what both have, adds what is new, and drops what is out of sight', () => {
    const joined = withNewer(held, answer(12_000, [30, 40, 50], { b: [20, 30, 40] }), 11_500);
    expect(joined).toMatchObject({ start: 11_000, count: 4, fields: { cps: [2, 30, 40, 50] } });
    expect(joined?.rows.map(({ fields }) => fields.cps)).toEqual([
      [1, null, null, null],
      [1, 20, 30, 40],
    ]);
  });

  it('leaves a gap for the time that nobody asked for', () => {
    expect(withNewer(held, answer(16_000, [9]), 0)?.fields.cps).toEqual([1, 2, 3, 4, null, null, 9]);
  });

  it('refuses other steps', () => {
    expect(withNewer(held, { ...answer(12_000, [1]), step: 2000 }, 0)).toBeNull();
    expect(withNewer(held, answer(12_500, [1]), 0)).toBeNull();
    expect(withNewer(held, answer(9_000, [1]), 0)).toBeNull();
  });
});

it('asks for the last three seconds again, in the steps that it has', () => {
  expect(newestAsked(answer(10_000, [1, 2, 3, 4]), 14_400)).toEqual({ from: 10_000, to: 15_000, points: 5 });
  const minutes = { ...answer(600_000, [1, 2]), step: 60_000 };
  expect(newestAsked(minutes, 725_000)).toEqual({ from: 600_000, to: 780_000, points: 3 });
});

it('shows no point of the future', () => {
  expect(until(answer(0, [1, 2, null, null], { a: [1, 2, null, null] }), 1500)).toMatchObject({
    count: 2,
    fields: { cps: [1, 2] },
    rows: [{ fields: { cps: [1, 2] } }],
  });
});

it('does not call missing what may still be on its way', () => {
  expect(until(answer(0, [1, null, null]), 4500).fields.cps).toEqual([1, null]);
  expect(until(answer(0, [1, null, null]), 2500).fields.cps).toEqual([1]);
  expect(until(answer(0, [1, null, 3]), 3500).count).toBe(3);
});

it('knows when its newest numbers were taken', () => {
  expect(newestAt(answer(0, [1, 2, null]), null)).toBe(2000);
  expect(newestAt(answer(0, [1, 2, null]), 1700)).toBe(1700);
  expect(newestAt(answer(0, [1, 2, null]), 100)).toBe(1000);
  expect(newestAt(answer(0, [null]), 1700)).toBeNull();
});
