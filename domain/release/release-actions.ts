import type { ReleaseState } from './release-state.ts';

/** What people can do with a release. */
export const releaseActionNames = ['continue', 'halt', 'resume', 'retry', 'skip', 'roll-back'] as const;
export type ReleaseActionName = (typeof releaseActionNames)[number];

/** Why an action is not possible now. */
export const actionObstacles = ['ended', 'rolling-back', 'halted', 'not-halted', 'not-holding', 'returning'] as const;
export type ActionObstacle = (typeof actionObstacles)[number];

/** Null where the action is possible. */
export type ReleaseActions = Readonly<Record<ReleaseActionName, ActionObstacle | null>>;

/** What is possible in a state: the one table behind the buttons, their tooltips, and the refusals of the API. */
export function releaseActions(state: ReleaseState): ReleaseActions {
  const over = overOf(state);
  const running = over ?? (state.status === 'halted' ? 'halted' : null);
  const halted = over ?? (state.status === 'halted' ? null : 'not-halted');
  return {
    continue: running ?? (state.step === 'hold' ? null : 'not-holding'),
    halt: running,
    resume: halted,
    retry: halted,
    skip: over ?? (state.step === 'return' ? 'returning' : null),
    'roll-back': over,
  };
}

function overOf({ status }: ReleaseState): ActionObstacle | null {
  if (status === 'done' || status === 'rolled-back') return 'ended';
  return status === 'rolling-back' ? 'rolling-back' : null;
}
