import type { Problem } from '../../domain/definition/change.ts';
import { unknownAfter } from '../../domain/display/director-state.ts';
import { previewOf } from '../../domain/display/preview-of.ts';
import type { GuardBreach } from '../../domain/guard/guard-breach.ts';
import { belowGuard, waveLeaving } from '../../domain/release/below-guard.ts';
import { plannedWaves } from '../../domain/release/planned-waves.ts';
import type { ReleasePlan, Wave } from '../../domain/release/release-plan.ts';
import type { ReleaseSettings } from '../../domain/release/release-settings.ts';
import { testKey } from '../../domain/release/test-key.ts';
import { statedSysctl } from '../drains/stated-sysctl.ts';
import type { LiveCluster } from '../live/live-cluster.ts';

/** A release as it would begin now, with what has to be known before it does. */
export type Planned =
  | { readonly ok: false; readonly problems: readonly Problem[] }
  | {
      readonly ok: true;
      readonly plan: ReleasePlan;
      /** Of each wave, in order. */
      readonly breaches: readonly (readonly GuardBreach[])[];
      /** The name that must be typed: a wave leaves a service without a server, or ends connections. */
      readonly confirm: string | null;
    };

export function plannedRelease(
  cluster: LiveCluster,
  settings: ReleaseSettings,
  { id, overGuard, at }: { readonly id: string; readonly overGuard: boolean; readonly at: number },
): Planned {
  const { record, wanted } = cluster;
  if (wanted.revision === 0) return refused('no-definition');
  const dealt = plannedWaves(wanted.definition, settings);
  if (!dealt.ok) return dealt;
  const foreign = foreignTest(cluster, settings);
  if (foreign) return { ok: false, problems: [{ path: ['testService', 'address'], message: foreign }] };
  const { waves } = dealt;
  const plan: ReleasePlan = {
    ...{ id, cluster: cluster.name, settings, waves, overGuard, limit: Math.max(...waves.map(sizeOf)) },
    directors: cluster.directors
      .filter((director) => isHeard(director.history.latest?.receivedAt, at))
      .map(({ name }) => name),
    knownFindings: cluster.directors.flatMap(({ findings }) => findings.map((finding) => finding.id)),
  };
  if (plan.directors.length === 0) return refused('no-director-heard');
  const stated = statedSysctl(cluster, waveLeaving(plan, 0), at);
  if (!stated.ok) return { ok: false, problems: stated.problems.map(inDrain) };
  const breaches = waves.map((_, wave) => belowGuard(record, plan, wave));
  const confirms = waves.map((_, wave) => {
    const overlays = [...record.overlays, ...waveLeaving(plan, wave)];
    return previewOf(record, { ...record, overlays }, at).confirm;
  });
  return { ok: true, plan, breaches, confirm: confirms.find((name) => name !== null) ?? null };
}

const inDrain = ({ path, message }: Problem): Problem => ({ path: ['drain', ...path], message });
const sizeOf = ({ servers }: Wave): number => servers.length;
const isHeard = (receivedAt: number | undefined, at: number): boolean =>
  receivedAt !== undefined && at - receivedAt <= unknownAfter;
const refused = (message: string): Planned => ({ ok: false, problems: [{ path: [], message }] });

/** Why a test service can't be made: one of its key stands in a kernel and isn't Shoal's to change. */
function foreignTest({ directors }: LiveCluster, { testService }: ReleaseSettings): string | null {
  if (!testService) return null;
  const key = testKey(testService);
  return directors.some(({ history }) => history.layout?.serviceByKey.has(key)) ? 'test-service-stands' : null;
}
