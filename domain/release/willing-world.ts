import type { ReleaseEvent } from './release-event.ts';
import type { ReleasePlan } from './release-plan.ts';
import type { ReleaseState } from './release-state.ts';
import { serversOut, waveServersIn } from './server-phases.ts';

/**
 * What comes next where nothing goes wrong and people let it go on: kernels confirm, connections end, checks pass.
 *
 * Null when the release is over. A dry run is a release in such a world, on simulated time.
 */
export function willingWorld(plan: ReleasePlan, state: ReleaseState): ReleaseEvent | null {
  const person = { by: '', reason: '' };
  const { wave } = state;
  if (state.endedAt !== null) return null;
  if (state.status === 'rolling-back') return { kind: 'returned', servers: serversOut(state) };
  if (state.status === 'halted') return { kind: 'resume', ...person };
  switch (state.step) {
    case 'guard':
      return { kind: 'begin', wave, leftOut: [] };
    case 'drain':
      return { kind: 'out', wave, servers: waveServersIn(plan, state, 'leaving') };
    case 'wait':
      return { kind: 'drained', wave, servers: waveServersIn(plan, state, 'draining') };
    case 'hold':
      return { kind: 'continue', wave, ...person };
    case 'verify':
      return { kind: 'verified', wave, servers: waveServersIn(plan, state, 'drained') };
    case 'return':
      return { kind: 'returned', servers: waveServersIn(plan, state, 'returning') };
    case 'watch':
      return { kind: 'watched', wave };
  }
}
