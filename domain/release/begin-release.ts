import type { ReleasePlan } from './release-plan.ts';
import type { ReleaseState } from './release-state.ts';

/** A release before anything was done: its first wave waits for the guard. `at` in milliseconds since 1970. */
export function beginRelease(plan: ReleasePlan, at: number): ReleaseState {
  const servers = plan.waves.flatMap((wave) => wave.servers);
  return {
    status: 'running',
    wave: 0,
    step: 'guard',
    stepSince: at,
    skipping: false,
    servers: Object.fromEntries(servers.map(({ name }) => [name, { phase: 'waiting', since: at }])),
    deadline: null,
    cutting: false,
    attempt: 1,
    waitsFor: null,
    halt: null,
    acceptedFindings: [],
    endedAt: null,
  };
}
