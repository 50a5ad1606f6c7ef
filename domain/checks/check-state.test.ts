import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSchema } from './check.ts';
import type { CheckResult } from './check-outcome.ts';
import { type CheckState, failingSince, nextState, unchecked } from './check-state.ts';

const check = checkSchema.parse({ kind: 'tcp', rise: 2, fall: 3 });

const pass: CheckResult = { passed: true, outcome: { what: 'connected' } };
const fail: CheckResult = { passed: false, outcome: { what: 'refused' } };

/** The verdicts after each of `+` and `-`, one a second. */
function verdicts(results: string, from: CheckState = unchecked): string {
  let state = from;
  return results
    .split('')
    .map((result, at) => {
      state = nextState(state, result === '+' ? pass : fail, check, at * 1000);
      return state.verdict[0];
    })
    .join('');
}

test('a first pass is a verdict, a first failure is not', () => {
  expect(verdicts('+')).toBe('p');
  expect(verdicts('---')).toBe('uuf');
  expect(verdicts('--+')).toBe('uup');
});

test('fall failures in a row take it out, rise passes in a row bring it back', () => {
  expect(verdicts('+--+---++')).toBe('ppppppffp');
  expect(verdicts('---+-++')).toBe('uuffffp');
});

test('a streak counts results like the last one, since the first of them', () => {
  let state = unchecked;
  for (const at of [0, 5, 10]) state = nextState(state, pass, check, at);
  expect(state).toMatchObject({ verdict: 'passing', since: 0, streak: 3, streakSince: 0, needed: 3 });
  state = nextState(state, fail, check, 15);
  expect(state).toMatchObject({ verdict: 'passing', since: 0, streak: 1, streakSince: 15, last: { passed: false } });
});

test('each fall of the last ten minutes doubles the passes that a return takes, up to eight times', () => {
  let state = unchecked;
  let at = 0;
  const run = (result: CheckResult) => {
    at += 1000;
    state = nextState(state, result, check, at);
  };
  const until = (verdict: CheckState['verdict'], result: CheckResult) => {
    while (state.verdict !== verdict) run(result);
  };
  const needed: number[] = [];
  for (let flap = 0; flap < 6; flap++) {
    until('failing', fail);
    needed.push(state.needed);
    until('passing', pass);
  }
  expect(needed).toEqual([2, 4, 8, 16, 16, 16]);
  at += 600_000;
  until('failing', fail);
  expect(state).toMatchObject({ needed: 2, falls: 1 });
});

test('one that was failing when the agent ended stays so until it has passed', () => {
  const kept = failingSince(5, { what: 'status', status: 503 }, check);
  expect(kept).toMatchObject({ verdict: 'failing', since: 5, last: { outcome: { status: 503 } } });
  expect(verdicts('+-++', kept)).toBe('fffp');
});

test('a verdict changes only after as many results in a row as it takes, whatever comes', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 200 }), (results) => {
      let state = unchecked;
      for (const [at, passed] of results.entries()) {
        const before = state;
        state = nextState(before, passed ? pass : fail, check, at * 1000);
        const row = results.slice(0, at + 1).reverse();
        const inRow = row.findIndex((one) => one !== passed);
        expect(state.streak).toBe(inRow < 0 ? at + 1 : inRow);
        if (state.verdict === before.verdict) continue;
        expect(state.verdict).toBe(passed ? 'passing' : 'failing');
        expect(state.since).toBe(at * 1000);
        if (before.verdict !== 'unchecked') expect(state.streak).toBe(before.needed);
      }
    }),
  );
});
