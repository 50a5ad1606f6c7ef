import type { Check } from './check.ts';
import type { CheckResult } from './check-outcome.ts';
import type { Health } from './health.ts';

/** A destination's health as it is counted, result by result. */
export interface CheckState extends Health {
  /** When it became failing, as far as damping looks back. */
  readonly fallenAt: readonly number[];
}

/** How far damping looks back. Milliseconds. */
export const dampingMemory = 600_000;

/** Most times that `rise` is multiplied where a destination flaps. */
const mostDamping = 8;

export const unchecked: CheckState = {
  ...{ verdict: 'unchecked', since: null, streak: 0, streakSince: null, needed: 1, last: null, falls: 0, fallenAt: [] },
};

/** A destination that was failing when the agent ended: it stays out until it has passed `rise` times again. */
export const failingSince = (since: number, outcome: CheckResult['outcome'], check: Check): CheckState => ({
  ...unchecked,
  ...{ verdict: 'failing', since, needed: check.rise, falls: 1, fallenAt: [since] },
  last: { passed: false, outcome, at: since },
});

/**
 * The state after one more result, which ended at `at` (milliseconds, a clock that only rises).
 *
 * A first pass is a verdict; a first failure is one result of `fall`, because a new destination stays as it stands
 * until something is known of it. Each failing verdict of the last ten minutes doubles the passes that the next return
 * takes, up to eight times `rise`: what comes and goes does more harm than what stays out.
 */
export function nextState(before: CheckState, { passed, outcome }: CheckResult, check: Check, at: number): CheckState {
  const goesOn = before.streak > 0 && before.last?.passed === passed;
  const streak = goesOn ? before.streak + 1 : 1;
  const streakSince = goesOn ? (before.streakSince ?? at) : at;
  const fallenAt = before.fallenAt.filter((fell) => at - fell < dampingMemory);
  const counted = { streak, streakSince, last: { passed, outcome, at } };
  const { verdict } = before;
  if (passed && verdict !== 'passing' && streak >= (verdict === 'unchecked' ? 1 : riseOf(check, fallenAt.length)))
    return { ...counted, verdict: 'passing', since: at, needed: check.fall, falls: fallenAt.length, fallenAt };
  if (!passed && verdict !== 'failing' && streak >= check.fall) {
    const fallen = [...fallenAt, at];
    const falls = fallen.length;
    return { ...counted, verdict: 'failing', since: at, needed: riseOf(check, falls), falls, fallenAt: fallen };
  }
  const needed = verdict === 'failing' ? riseOf(check, fallenAt.length) : check.fall;
  return { ...counted, verdict, since: before.since, needed, falls: fallenAt.length, fallenAt };
}

/** The state by another check: what was counted stays, what it takes from now on is the new check's. */
export const underCheck = (state: CheckState, check: Check): CheckState => ({
  ...state,
  needed: state.verdict === 'failing' ? riseOf(check, state.falls) : check.fall,
});

/** Passes in a row that a return takes after so many failing verdicts. */
const riseOf = (check: Check, falls: number): number => check.rise * Math.min(mostDamping, 2 ** Math.max(0, falls - 1));
