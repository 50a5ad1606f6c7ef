import type { ReleasePlan } from './release-plan.ts';
import type { ReleaseState, ReleaseStep } from './release-state.ts';
import { inPhase, serversOut, waveServers, waveServersIn } from './server-phases.ts';

/** The state as far as it goes by itself: a step whose servers are all through it gives way to the next one. */
export function goOn(plan: ReleasePlan, state: ReleaseState, at: number): ReleaseState {
  if (state.status === 'rolling-back')
    return serversOut(state).length > 0 ? state : { ...state, status: 'rolled-back', endedAt: at };
  if (state.status !== 'running') return state;
  const left = (...phases: Parameters<typeof waveServersIn>[2][]) => waveServersIn(plan, state, ...phases).length > 0;
  switch (state.step) {
    case 'guard':
    case 'hold':
    case 'watch':
      return state;
    case 'drain':
      return left('leaving') ? state : goOn(plan, atStep(state, 'wait', at), at);
    case 'wait': {
      if (left('leaving', 'draining')) return state;
      if (!left('drained')) return nextWave(plan, state, at);
      return plan.settings.hold ? atStep(state, 'hold', at) : toVerify(plan, state, at);
    }
    case 'verify':
      return left('drained') ? state : toReturn(plan, state, at);
    case 'return': {
      if (left('returning')) return state;
      const watches = plan.settings.watch > 0 && !state.skipping && left('returned');
      return watches ? atStep(state, 'watch', at) : nextWave(plan, state, at);
    }
  }
}

export function toVerify(plan: ReleasePlan, state: ReleaseState, at: number): ReleaseState {
  if (plan.settings.verify.passes === 0) return toReturn(plan, state, at);
  return goOn(plan, atStep(state, 'verify', at), at);
}

/** Orders every server of the wave that is out back into service; others that were to leave stay where they are. */
export function toReturn(plan: ReleasePlan, state: ReleaseState, at: number, skipping = false): ReleaseState {
  const wave = waveServers(plan, state);
  const stayed = inPhase(state, wave, ['waiting'], 'skipped', at);
  const returning = inPhase(stayed, wave, ['leaving', 'draining', 'drained', 'verified'], 'returning', at);
  return goOn(plan, { ...atStep(returning, 'return', at), skipping, deadline: null }, at);
}

export function nextWave(plan: ReleasePlan, state: ReleaseState, at: number): ReleaseState {
  const over = inPhase(state, waveServers(plan, state), ['waiting'], 'skipped', at);
  const clean = { ...over, skipping: false, deadline: null, cutting: false, attempt: 1, waitsFor: null };
  if (state.wave + 1 >= plan.waves.length) return { ...clean, status: 'done', endedAt: at };
  return { ...atStep(clean, 'guard', at), wave: state.wave + 1 };
}

export const atStep = (state: ReleaseState, step: ReleaseStep, at: number): ReleaseState => ({
  ...state,
  step,
  stepSince: at,
});

/** When drains that are ordered now are past their deadline; null for never. */
export const deadlineFrom = (plan: ReleasePlan, at: number): number | null =>
  plan.settings.drain.deadline === null ? null : at + plan.settings.drain.deadline * 1000;
