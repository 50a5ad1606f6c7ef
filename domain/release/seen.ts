import type { ReleaseEvent } from './release-event.ts';
import type { ReleasePlan } from './release-plan.ts';
import type { ReleaseState, WaitsFor } from './release-state.ts';
import type { ReleaseWorld, ServerWorld } from './release-world.ts';
import { serversOut, waveServers, waveServersIn } from './server-phases.ts';
import { lateServers, troubleOf } from './trouble-of.ts';

/**
 * What the world tells a release at `at` (milliseconds since 1970); null when it says nothing new.
 *
 * One event at a time, and what is wrong before what goes on: after each, the world is asked again.
 */
export function seen(plan: ReleasePlan, state: ReleaseState, world: ReleaseWorld, at: number): ReleaseEvent | null {
  if (state.endedAt !== null) return null;
  const gone = of(plan, state, world, 'gone');
  if (gone || state.status === 'rolling-back') return gone ?? back(state, world);
  const trouble = troubleOf(plan, state, world, at);
  if (trouble) return { kind: 'halt', halt: trouble };
  const moved = back(state, world) ?? of(plan, state, world, 'out') ?? of(plan, state, world, 'drained');
  return moved || state.status === 'halted' ? moved : goingOn(plan, state, world, at);
}

function goingOn(plan: ReleasePlan, state: ReleaseState, world: ReleaseWorld, at: number): ReleaseEvent | null {
  const { wave } = state;
  switch (state.step) {
    case 'guard':
      return beginning(plan, state, world);
    case 'drain':
    case 'wait':
      // Whatever else is to be done at a deadline is trouble.
      return !state.cutting && lateServers(plan, state, world, at).length > 0 ? { kind: 'cut', wave } : null;
    case 'verify':
      return of(plan, state, world, 'verified');
    case 'watch':
      return at - state.stepSince >= plan.settings.watch * 1000 ? { kind: 'watched', wave } : null;
    default:
      return null;
  }
}

/** The servers of which something is true that isn't known of them yet, as one event. */
function of(
  plan: ReleasePlan,
  state: ReleaseState,
  world: ReleaseWorld,
  kind: 'gone' | 'out' | 'drained' | 'verified',
): ReleaseEvent | null {
  const all = Object.keys(state.servers).filter((name) => state.servers[name]?.phase !== 'gone');
  const asked = {
    gone: () => all,
    out: () => waveServersIn(plan, state, 'leaving'),
    drained: () => waveServersIn(plan, state, 'draining'),
    verified: () => waveServersIn(plan, state, 'drained'),
  }[kind]();
  const isSo: Record<typeof kind, (server: ServerWorld) => boolean> = {
    gone: ({ defined }) => !defined,
    out: ({ ordered, out }) => ordered && out,
    drained: ({ ordered, drained }) => ordered && drained,
    verified: ({ checks }) => !checks || checks.passes >= plan.settings.verify.passes,
  };
  const servers = asked.filter((name) => {
    const server = world.servers[name];
    return server !== undefined && isSo[kind](server);
  });
  if (servers.length === 0) return null;
  return kind === 'gone' ? { kind, servers } : { kind, wave: state.wave, servers };
}

function back(state: ReleaseState, world: ReleaseWorld): ReleaseEvent | null {
  const servers = serversOut(state).filter((name) => {
    const server = world.servers[name];
    return state.servers[name]?.phase === 'returning' && server?.back === true && !server.overlaid;
  });
  return servers.length > 0 ? { kind: 'returned', servers } : null;
}

function beginning(plan: ReleasePlan, state: ReleaseState, world: ReleaseWorld): ReleaseEvent | null {
  const { wave } = state;
  const takenOut = waveServers(plan, state).filter((name) => world.servers[name]?.takenOut === true);
  const waitsFor: WaitsFor | null = world.rollout
    ? { kind: 'rollout' }
    : plan.settings.takenOut === 'wait' && takenOut.length > 0
      ? { kind: 'taken-out', servers: takenOut }
      : null;
  if (!waitsFor) return { kind: 'begin', wave, leftOut: takenOut };
  const isKnown = JSON.stringify(state.waitsFor) === JSON.stringify(waitsFor);
  return isKnown ? null : { kind: 'waits', wave, waitsFor };
}
