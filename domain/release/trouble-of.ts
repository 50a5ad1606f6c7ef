import type { ReleasePlan } from './release-plan.ts';
import type { Halt, ReleaseState } from './release-state.ts';
import type { ReleaseWorld } from './release-world.ts';
import { waveServers, waveServersIn } from './server-phases.ts';

/** How long a director may take until its kernel shows what was ordered. Milliseconds. */
export const confirmedWithin = 30_000;

/** Told by other halts, or brought about by every release. */
const ownFindings = ['unreachable', 'drain-held-by-persistence', 'drain-past-deadline', 'release-halted'];

/** Why a release must halt at `at` (milliseconds since 1970), gravest first; null when all is well. */
export function troubleOf(plan: ReleasePlan, state: ReleaseState, world: ReleaseWorld, at: number): Halt | null {
  // A drain that was given up is told of even when it is halted: its server serves again.
  const gaveUp = waveServersIn(plan, state, 'draining', 'drained', 'verified').filter(
    (name) => world.servers[name]?.ordered === false,
  );
  if (gaveUp.length > 0) return { kind: 'gave-up', servers: gaveUp };
  if (state.status !== 'running') return null;
  return (
    ofDirectors(plan, state, world, at) ??
    ofFindings(plan, state, world) ??
    ofChecks(plan, state, world, at) ??
    ofGuard(state, world) ??
    ofDeadline(plan, state, world, at)
  );
}

function ofDirectors(plan: ReleasePlan, state: ReleaseState, { directors }: ReleaseWorld, at: number): Halt | null {
  const watched = directors.filter(({ name }) => plan.directors.includes(name));
  const stale = watched.filter(({ heard }) => !heard).map(({ name }) => name);
  if (stale.length > 0) return { kind: 'director-stale', directors: stale };
  const failed = watched.filter((director) => director.failed).map(({ name }) => name);
  if (failed.length > 0) return { kind: 'not-applied', directors: failed };
  const slow = watched.filter(({ inStep }) => !inStep).map(({ name }) => name);
  const isOverdue = at - state.stepSince > confirmedWithin;
  return isOverdue && slow.length > 0 && awaitsKernel(plan, state) ? { kind: 'not-applied', directors: slow } : null;
}

/** Whether kernels must still show something of what was ordered; a ramp takes its own time. */
const awaitsKernel = (plan: ReleasePlan, state: ReleaseState): boolean =>
  waveServersIn(plan, state, 'leaving').length > 0 ||
  (plan.settings.ramp === null && waveServersIn(plan, state, 'returning').length > 0);

/** Critical ones anywhere; while a wave is watched, also what may come of it in the release's services. */
function ofFindings(plan: ReleasePlan, state: ReleaseState, { findings }: ReleaseWorld): Halt | null {
  const known = new Set([...plan.knownFindings, ...state.acceptedFindings]);
  const found = findings.find(
    ({ id, code, severity, concerns }) =>
      !known.has(id) &&
      !ownFindings.includes(code) &&
      (severity === 'critical' || (severity === 'warning' && concerns && state.step === 'watch')),
  );
  return found ? { kind: 'finding', id: found.id, code: found.code, director: found.director } : null;
}

function ofChecks(plan: ReleasePlan, state: ReleaseState, { servers }: ReleaseWorld, at: number): Halt | null {
  const { passes, within } = plan.settings.verify;
  if (state.step === 'verify' && at - state.stepSince > within * 1000) {
    const late = waveServersIn(plan, state, 'drained').filter((name) => {
      const checks = servers[name]?.checks;
      return checks ? checks.passes < passes : false;
    });
    if (late.length > 0) return { kind: 'checks', servers: late };
  }
  if (state.step !== 'watch' && state.step !== 'return') return null;
  const failing = waveServers(plan, state).filter((name) => {
    const phase = state.servers[name]?.phase;
    return (
      (phase === 'returned' || phase === 'returning') && !state.skipping && servers[name]?.checks?.failing === true
    );
  });
  return failing.length > 0 ? { kind: 'checks', servers: failing } : null;
}

const ofGuard = (state: ReleaseState, { belowGuard }: ReleaseWorld): Halt | null =>
  state.step === 'guard' && belowGuard.length > 0 ? { kind: 'guard', services: [...belowGuard] } : null;

/** With `cut`, what is left ends at the deadline, and it goes on. */
function ofDeadline(plan: ReleasePlan, state: ReleaseState, world: ReleaseWorld, at: number): Halt | null {
  const { atDeadline } = plan.settings.drain;
  const servers = lateServers(plan, state, world, at);
  if (servers.length === 0 || atDeadline === 'cut') return null;
  return { kind: atDeadline === 'ask' ? 'past-deadline' : 'gave-up', servers };
}

/** The servers of the wave that aren't drained though the deadline is over. */
export function lateServers(plan: ReleasePlan, state: ReleaseState, { servers }: ReleaseWorld, at: number): string[] {
  if (state.deadline === null || at <= state.deadline) return [];
  if (state.step !== 'drain' && state.step !== 'wait') return [];
  return waveServersIn(plan, state, 'leaving', 'draining').filter((name) => !servers[name]?.drained);
}
