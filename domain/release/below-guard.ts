import type { ClusterRecord } from '../display/records.ts';
import { breachesOnDirectors } from '../guard/breaches-on-directors.ts';
import type { GuardBreach } from '../guard/guard-breach.ts';
import type { Overlay } from '../overlay/overlay.ts';
import type { ReleasePlan } from './release-plan.ts';

/** The services that a wave, leaving now, would bring below the guard; who is out already counts as out. */
export function belowGuard(
  cluster: ClusterRecord,
  plan: Pick<ReleasePlan, 'waves' | 'settings'>,
  wave: number,
): readonly GuardBreach[] {
  return breachesOnDirectors(cluster, { ...cluster, overlays: [...cluster.overlays, ...waveLeaving(plan, wave)] });
}

/** The drains of a wave, for what they would do. */
export function waveLeaving({ waves, settings }: Pick<ReleasePlan, 'waves' | 'settings'>, wave: number): Overlay[] {
  const { mode, ignoresPersistence } = settings.drain;
  const common = { kind: 'drain', reason: '', by: '', since: 0, deadline: null, atDeadline: 'ask' } as const;
  return (waves[wave]?.servers ?? [])
    .flatMap((server) => server.targets)
    .map((target, at) => ({
      ...{ ...common, id: `leaving ${at}`, target, mode, ignoresPersistence, release: null, overGuard: false },
    }));
}
