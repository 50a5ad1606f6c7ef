import type { ReleasePlan } from './release-plan.ts';
import type { ReleaseState, ServerPhase } from './release-state.ts';

const outPhases: readonly ServerPhase[] = ['leaving', 'draining', 'drained', 'verified', 'returning'];

/** Whether a release has a server out, from the order to leave until each kernel has it back. */
export const isOut = (phase: ServerPhase): boolean => outPhases.includes(phase);

/** Names of the servers that are out. */
export const serversOut = (state: ReleaseState): string[] =>
  Object.entries(state.servers).flatMap(([name, { phase }]) => (isOut(phase) ? [name] : []));

/** Names of the servers of the wave that a release is at. */
export const waveServers = (plan: ReleasePlan, state: ReleaseState): string[] =>
  (plan.waves[state.wave]?.servers ?? []).map(({ name }) => name);

/** Those of these names that are in it. */
export const ofWave = (plan: ReleasePlan, state: ReleaseState, names: readonly string[]): string[] => {
  const wave = waveServers(plan, state);
  return names.filter((name) => wave.includes(name));
};

/** Its servers in one of these phases. */
export const waveServersIn = (plan: ReleasePlan, state: ReleaseState, ...phases: ServerPhase[]): string[] =>
  waveServers(plan, state).filter((name) => {
    const server = state.servers[name];
    return server !== undefined && phases.includes(server.phase);
  });

/** The state with servers in another phase; only those that are in one of the phases `from`. */
export function inPhase(
  state: ReleaseState,
  names: readonly string[],
  from: readonly ServerPhase[],
  to: ServerPhase,
  at: number,
): ReleaseState {
  const moving = names.filter((name) => {
    const server = state.servers[name];
    return server !== undefined && from.includes(server.phase);
  });
  if (moving.length === 0) return state;
  const moved = Object.fromEntries(moving.map((name) => [name, { phase: to, since: at }]));
  return { ...state, servers: { ...state.servers, ...moved } };
}
