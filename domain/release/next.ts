import { halted, resumed, retried, rolledBack, skipped } from './decisions.ts';
import { atStep, deadlineFrom, goOn, nextWave, toVerify } from './go-on.ts';
import type { ReleaseEvent } from './release-event.ts';
import type { ReleasePlan } from './release-plan.ts';
import type { ReleaseState, WaitsFor } from './release-state.ts';
import { inPhase, ofWave, waveServers } from './server-phases.ts';

type Of<Kind extends ReleaseEvent['kind']> = Extract<ReleaseEvent, { kind: Kind }>;

/**
 * The state after an event that came `at` (milliseconds since 1970); the very same state where it says nothing there.
 *
 * An event that comes twice, too late or in a state that has no use for it changes nothing, so that what was seen may
 * be told again after a restart. What is to be done about the new state is `ordersOf`.
 */
export function next(plan: ReleasePlan, state: ReleaseState, event: ReleaseEvent, at: number): ReleaseState {
  if (state.endedAt !== null) return state;
  switch (event.kind) {
    case 'roll-back':
      return rolledBack(plan, state, at);
    case 'gone': {
      const gone = inPhase(state, event.servers, [...present], 'gone', at);
      return gone === state ? state : goOn(plan, gone, at);
    }
    case 'returned': {
      const to = state.skipping || state.status === 'rolling-back' ? 'skipped' : 'returned';
      const returned = inPhase(state, event.servers, ['returning'], to, at);
      return returned === state ? state : goOn(plan, returned, at);
    }
    default:
      return state.status === 'rolling-back' ? state : forward(plan, state, event, at);
  }
}

const present = [
  ...(['waiting', 'leaving', 'draining', 'drained', 'verified'] as const),
  ...(['returning', 'returned', 'skipped', 'left-out'] as const),
];

function forward(
  plan: ReleasePlan,
  state: ReleaseState,
  event: Exclude<ReleaseEvent, Of<'roll-back' | 'gone' | 'returned'>>,
  at: number,
): ReleaseState {
  switch (event.kind) {
    case 'halt':
      return halted(plan, state, event.halt, at);
    case 'resume':
      return state.status === 'halted' ? resumed(plan, state, at) : state;
    case 'retry':
      return state.status === 'halted' ? retried(plan, state, at) : state;
    default:
      return event.wave === state.wave ? inWave(plan, state, event, at) : state;
  }
}

function inWave(
  plan: ReleasePlan,
  state: ReleaseState,
  event: Of<'continue' | 'skip' | 'waits' | 'begin' | 'cut' | 'out' | 'drained' | 'verified' | 'watched'>,
  at: number,
): ReleaseState {
  const { step } = state;
  const runsAt = (asked: typeof step) => state.status === 'running' && step === asked;
  switch (event.kind) {
    case 'continue':
      return runsAt('hold') ? toVerify(plan, state, at) : state;
    case 'skip':
      return step === 'return' ? state : skipped(plan, state, at);
    case 'waits':
      return runsAt('guard') && !same(state.waitsFor, event.waitsFor) ? { ...state, waitsFor: event.waitsFor } : state;
    case 'begin':
      return runsAt('guard') ? begun(plan, state, event.leftOut, at) : state;
    case 'cut':
      return (runsAt('drain') || runsAt('wait')) && !state.cutting ? { ...state, cutting: true } : state;
    case 'out':
      return moved(plan, state, inPhase(state, ofWave(plan, state, event.servers), ['leaving'], 'draining', at), at);
    case 'drained':
      return moved(plan, state, inPhase(state, ofWave(plan, state, event.servers), ['draining'], 'drained', at), at);
    case 'verified':
      if (!runsAt('verify')) return state;
      return moved(plan, state, inPhase(state, ofWave(plan, state, event.servers), ['drained'], 'verified', at), at);
    case 'watched':
      return runsAt('watch') ? nextWave(plan, state, at) : state;
  }
}

/** What was seen of servers counts while it is halted, too; the next step waits until people let it go on. */
const moved = (plan: ReleasePlan, before: ReleaseState, after: ReleaseState, at: number): ReleaseState =>
  before === after ? before : goOn(plan, after, at);

function begun(plan: ReleasePlan, state: ReleaseState, leftOut: readonly string[], at: number): ReleaseState {
  const wave = waveServers(plan, state);
  const without = inPhase(
    state,
    wave.filter((name) => leftOut.includes(name)),
    ['waiting'],
    'left-out',
    at,
  );
  const leaving = inPhase(without, wave, ['waiting'], 'leaving', at);
  if (leaving === without) return nextWave(plan, without, at);
  return {
    ...atStep(leaving, 'drain', at),
    deadline: deadlineFrom(plan, at),
    cutting: false,
    attempt: 1,
    waitsFor: null,
  };
}

const same = (a: WaitsFor | null, b: WaitsFor | null): boolean => JSON.stringify(a) === JSON.stringify(b);
