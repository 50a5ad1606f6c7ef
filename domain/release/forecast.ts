import { beginRelease } from './begin-release.ts';
import { next } from './next.ts';
import type { ReleasePlan } from './release-plan.ts';
import type { ReleaseState } from './release-state.ts';
import type { ForecastServer, ForecastStep, ForecastWave } from './release-view.ts';
import { willingWorld } from './willing-world.ts';

/** What a forecast takes for granted. All in seconds. */
export interface Assumptions {
  /** Of each wave, in order. */
  readonly drains: readonly (readonly ForecastServer[])[];
  /** How long people or a pipeline take while a wave is held. */
  readonly deployment: number;
  /** How long the checks that must pass take. */
  readonly checks: number;
}

/** Until kernels confirm what was ordered: an intent's way, and the sample after it. Seconds. */
const confirming = 2;

/** The steps of each wave on simulated time, as the release itself would go through them if nothing went wrong. */
export function forecast(
  plan: ReleasePlan,
  assumed: Assumptions,
): { readonly waves: readonly Pick<ForecastWave, 'name' | 'servers' | 'steps'>[]; readonly took: number } {
  const steps = new Map<number, ForecastStep[]>();
  let at = 0;
  let state = beginRelease(plan, at);
  for (let event = willingWorld(plan, state); event; event = willingWorld(plan, state)) {
    const { wave, step } = state;
    const from = at;
    at += secondsOf(plan, state, assumed) * 1000;
    steps.set(wave, [...(steps.get(wave) ?? []), { step, from, to: at }]);
    state = next(plan, state, event, at);
  }
  const waves = plan.waves.map(({ name }, wave) => ({
    ...{ name, servers: assumed.drains[wave] ?? [] },
    // Gone through in no time: the guard of a wave, checks where there are none.
    steps: (steps.get(wave) ?? []).filter(({ from, to }) => to > from),
  }));
  return { waves, took: at };
}

function secondsOf({ settings }: ReleasePlan, { step, wave }: ReleaseState, assumed: Assumptions): number {
  switch (step) {
    case 'guard':
      return 0;
    case 'drain':
      return confirming;
    case 'wait':
      return Math.max(0, ...(assumed.drains[wave] ?? []).map(({ drainSeconds }) => drainSeconds ?? 0));
    case 'hold':
      return assumed.deployment;
    case 'verify':
      return assumed.checks;
    case 'return':
      return confirming + (settings.ramp ?? 0);
    case 'watch':
      return settings.watch;
  }
}
