import { desiredTable } from '../desired/desired-table.ts';
import type { ClusterRecord } from '../display/records.ts';
import { guardBreaches } from '../guard/guard.ts';
import type { GuardBreach } from '../guard/guard-breach.ts';
import type { Overlay } from '../overlay/overlay.ts';
import type { ReleasePlan } from './release-plan.ts';

/** The services that a wave, leaving now, would bring below the guard; who is out already counts as out. */
export function belowGuard(
  { definition, overlays }: Pick<ClusterRecord, 'definition' | 'overlays'>,
  { waves, settings }: Pick<ReleasePlan, 'waves' | 'settings'>,
  wave: number,
): readonly GuardBreach[] {
  const targets = (waves[wave]?.servers ?? []).flatMap((server) => server.targets);
  const common = { kind: 'drain', reason: '', by: '', since: 0, deadline: null, atDeadline: 'ask' } as const;
  const { mode, ignoresPersistence } = settings.drain;
  const leaving = targets.map(
    (target, at): Overlay => ({
      ...{ ...common, id: String(at), target, mode, ignoresPersistence, release: null, overGuard: false },
    }),
  );
  return guardBreaches(desiredTable(definition, overlays), desiredTable(definition, [...overlays, ...leaving]));
}
