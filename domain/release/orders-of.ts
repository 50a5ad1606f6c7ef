import type { DrainMode, DrainTarget } from '../overlay/overlay.ts';
import type { ReleasePlan } from './release-plan.ts';
import type { ReleaseState } from './release-state.ts';
import { waveServersIn } from './server-phases.ts';

/** A drain that must stand. */
export interface DrainOrder {
  readonly server: string;
  readonly target: DrainTarget;
  /** The name of its overlay where it doesn't stand yet: the same at each asking. */
  readonly id: string;
  readonly mode: DrainMode;
  /** Milliseconds since 1970; null for none. */
  readonly deadline: number | null;
}

/** What must stand because of a release: its drains, and nothing else of its own but the ramps of who returns. */
export interface ReleaseOrders {
  readonly drains: readonly DrainOrder[];
  /** Servers that stand behind the test service, without one where there is none. */
  readonly testing: readonly string[];
  /** Seconds over which the weights of who returns rise; null for at once, which also ends ramps that go on. */
  readonly ramp: number | null;
}

/**
 * What must stand now; null where nothing may be started or ended, as while it is halted.
 *
 * It says how things are to be, not what to do: to carry it out again changes nothing, so a console that died between
 * a transition and its effects does them when it is back.
 */
export function ordersOf(plan: ReleasePlan, state: ReleaseState): ReleaseOrders | null {
  if (state.status === 'halted') return null;
  if (state.status !== 'running') return { drains: [], testing: [], ramp: null };
  const { testService, ramp } = plan.settings;
  const out = waveServersIn(plan, state, 'leaving', 'draining', 'drained', 'verified');
  const testing = testService && (state.step === 'hold' || state.step === 'verify') ? out : [];
  return { drains: drainsOf(plan, state, out), testing, ramp };
}

function drainsOf(plan: ReleasePlan, state: ReleaseState, out: readonly string[]): DrainOrder[] {
  const { deadline, attempt } = state;
  const mode = state.cutting ? 'cut' : plan.settings.drain.mode;
  return (plan.waves[state.wave]?.servers ?? []).flatMap(({ name: server, targets }, at) =>
    out.includes(server)
      ? targets.map((target, each) => {
          const id = `${plan.id}.${state.wave}.${at}.${each}.${attempt}`;
          return { server, target, id, mode, deadline };
        })
      : [],
  );
}

/**
 * What serves again because its drain was given up. That alone ends while a release is halted: its servers were out
 * for nothing.
 */
export function givenUp(plan: ReleasePlan, state: ReleaseState): DrainTarget[] {
  if (state.status !== 'halted' || state.step === 'guard') return [];
  const names = waveServersIn(plan, state, 'waiting');
  return (plan.waves[state.wave]?.servers ?? [])
    .filter(({ name }) => names.includes(name))
    .flatMap(({ targets }) => targets);
}
