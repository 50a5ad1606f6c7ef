import { expect, test } from 'vitest';
import { checkSchema } from './check.ts';
import { nextState, unchecked } from './check-state.ts';
import { freshPasses } from './health.ts';

const check = checkSchema.parse({ kind: 'tcp' });

/** The state after a result at each of these times, a pass unless it is negative. */
const after = (...times: number[]) =>
  times.reduce(
    (state, at) => nextState(state, { passed: at >= 0, outcome: { what: 'connected' } }, check, Math.abs(at)),
    unchecked,
  );

test('passes are fresh when they ended after the moment', () => {
  expect(freshPasses(unchecked, 0)).toBe(0);
  expect(freshPasses(after(5, 10, 15, 20), 4)).toBe(4);
  expect(freshPasses(after(5, 10, 15, 20), 12)).toBe(2);
  expect(freshPasses(after(5, 10, 15, 20), 15)).toBe(1);
  expect(freshPasses(after(5, 10, 15, 20), 20)).toBe(0);
  expect(freshPasses(after(5), 4)).toBe(1);
});

test('a failure ends them', () => {
  expect(freshPasses(after(5, 10, -15), 0)).toBe(0);
  expect(freshPasses(after(5, 10, -15, 20), 0)).toBe(1);
});
