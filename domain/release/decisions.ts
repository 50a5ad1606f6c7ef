import { atStep, deadlineFrom, goOn, nextWave, toReturn } from './go-on.ts';
import type { ReleasePlan } from './release-plan.ts';
import type { Halt, ReleaseState } from './release-state.ts';
import { inPhase, ofWave, waveServers } from './server-phases.ts';

/** Halts what runs; where drains were given up, their servers serve again in any case. */
export function halted(plan: ReleasePlan, state: ReleaseState, halt: Halt, at: number): ReleaseState {
  const back =
    halt.kind === 'gave-up'
      ? inPhase(state, ofWave(plan, state, halt.servers), ['leaving', 'draining', 'drained', 'verified'], 'waiting', at)
      : state;
  return state.status === 'running' ? { ...back, status: 'halted', halt } : back;
}

/** Goes on in spite of what halted it: a finding is known now, a deadline is over, who gave up stays in service. */
export function resumed(plan: ReleasePlan, state: ReleaseState, at: number): ReleaseState {
  const { halt } = state;
  const wave = waveServers(plan, state);
  const without = state.step === 'guard' ? state : inPhase(state, wave, ['waiting'], 'skipped', at);
  const accepted = halt?.kind === 'finding' ? [halt.id] : [];
  return goOn(
    plan,
    {
      ...without,
      ...{ status: 'running', halt: null, stepSince: at },
      deadline: halt?.kind === 'past-deadline' ? null : state.deadline,
      acceptedFindings: [...state.acceptedFindings, ...accepted],
    },
    at,
  );
}

/** Does the step again from its beginning: who gave up leaves again, deadlines and counts begin anew. */
export function retried(plan: ReleasePlan, state: ReleaseState, at: number): ReleaseState {
  const again: ReleaseState = { ...state, status: 'running', halt: null, stepSince: at };
  const wave = waveServers(plan, state);
  switch (state.step) {
    case 'guard':
    case 'return':
    case 'watch':
      return goOn(plan, again, at);
    case 'verify':
    case 'hold':
    case 'drain':
    case 'wait': {
      const leaving = inPhase(again, wave, ['waiting'], 'leaving', at);
      if (leaving === again && (state.step === 'verify' || state.step === 'hold'))
        return goOn(plan, inPhase(again, wave, ['verified'], 'drained', at), at);
      const anew = { ...leaving, deadline: deadlineFrom(plan, at), attempt: state.attempt + 1 };
      return goOn(plan, atStep(inPhase(anew, wave, ['verified'], 'drained', at), 'drain', at), at);
    }
  }
}

/** Leaves the wave: who is out returns, and isn't watched. */
export function skipped(plan: ReleasePlan, state: ReleaseState, at: number): ReleaseState {
  const running: ReleaseState = { ...state, status: 'running', halt: null };
  if (state.step === 'guard' || state.step === 'watch') return nextWave(plan, running, at);
  return toReturn(plan, running, at, true);
}

/** Everything returns to service; nothing but that is done any more. */
export function rolledBack(plan: ReleasePlan, state: ReleaseState, at: number): ReleaseState {
  if (state.status === 'rolling-back') return state;
  const all = Object.keys(state.servers);
  const stayed = inPhase(state, all, ['waiting'], 'skipped', at);
  const returning = inPhase(stayed, all, ['leaving', 'draining', 'drained', 'verified'], 'returning', at);
  const rolling = { ...returning, halt: null, waitsFor: null, deadline: null, stepSince: at };
  return goOn(plan, { ...rolling, status: 'rolling-back' }, at);
}
