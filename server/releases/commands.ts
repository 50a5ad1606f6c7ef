import type { z } from 'zod';
import type { Role } from '../../domain/access/role.ts';
import { includesRole } from '../../domain/access/role.ts';
import { beginRelease } from '../../domain/release/begin-release.ts';
import { type ReleaseActionName, releaseActions } from '../../domain/release/release-actions.ts';
import type { ReleaseEvent } from '../../domain/release/release-event.ts';
import type { startReleaseSchema } from '../../domain/release/release-input.ts';
import type { Actor } from '../audit/actor.ts';
import { recordDenial } from '../audit/record-denial.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import { AppError, invalid } from '../trpc/app-error.ts';
import { conduct } from './conduct.ts';
import type { LiveRelease } from './live-release.ts';
import { plannedRelease } from './planned.ts';
import { addRelease, findRelease } from './store.ts';
import { tell } from './tell.ts';

/** Begins a release; gives its id. Refused where one goes on in the cluster, or its waves would go below the guard. */
export async function startRelease(
  parts: ConsoleParts,
  actor: Actor & { readonly may: Role },
  asked: z.output<typeof startReleaseSchema>,
): Promise<{ id: string }> {
  const cluster = parts.fleet.cluster(asked.cluster);
  const { settings, reason, overGuard } = asked;
  const denied = async (error: AppError): Promise<AppError> => {
    await recordDenial(parts, actor, 'release.start', 'releases.start', asked);
    return error;
  };
  if (overGuard && !includesRole(actor.may, 'administrator'))
    throw await denied(new AppError('FORBIDDEN', 'Only an administrator goes below the guard.'));
  const id = await cluster.inTurn(async () => {
    if (cluster.release && cluster.release.state.endedAt === null) throw invalid('release-goes-on', ['cluster']);
    const at = parts.now();
    const planned = plannedRelease(cluster, settings, {
      id: parts.randomBytes(9).toString('base64url'),
      overGuard,
      at,
    });
    if (!planned.ok) throw new AppError('INVALID', 'This can’t be released.', planned);
    const guard = planned.breaches.flat();
    if (guard.length > 0 && !overGuard)
      throw await denied(new AppError('GUARD', 'A wave would go below the guard.', { guard }));
    const { plan, confirm } = planned;
    if (confirm !== null && asked.confirm?.trim() !== confirm)
      throw new AppError('CONFIRM_REQUIRED', `Type ${confirm} to confirm.`, { confirm });
    const state = beginRelease(plan, at);
    const release: LiveRelease = { plan, state, seq: 0, reason, startedBy: actor.name, startedAt: at, entries: [] };
    await recorded(parts.db, at, actor, async (tx) => {
      await addRelease(tx, cluster.id, release);
      const about = { cluster: cluster.name, resource: plan.id, release: plan.id, revision: cluster.wanted.revision };
      const after = { settings, waves: plan.waves.map(({ servers }) => servers.map(({ name }) => name)), overGuard };
      return { value: undefined, entries: [{ action: 'release.start', reason, ...about, after }] };
    });
    cluster.release = release;
    parts.hub.touch();
    return plan.id;
  });
  goOn(parts, cluster);
  return { id };
}

/** Does what people decide about a release; gives its newest entry's number. Refused where it is not possible then. */
export async function actOnRelease(
  parts: ConsoleParts,
  actor: Actor,
  action: ReleaseActionName,
  asked: { readonly id: string; readonly reason: string; readonly wave: number | null },
): Promise<{ seq: number }> {
  const cluster = await clusterOf(parts, asked.id);
  await cluster.inTurn(async () => {
    const { release } = cluster;
    if (release?.plan.id !== asked.id) throw invalid('release-ended');
    const { wave } = release.state;
    if (asked.wave !== null && asked.wave !== wave)
      throw new AppError('CONFLICT', `The release is at wave ${wave + 1} now.`);
    const obstacle = releaseActions(release.state)[action];
    if (obstacle) throw invalid(`release-${obstacle}`);
    const by = { by: actor.name, reason: asked.reason };
    await tell(parts, cluster, release, actor, eventOf(action, wave, by));
  });
  goOn(parts, cluster);
  return { seq: cluster.release?.seq ?? 0 };
}

function eventOf(
  action: ReleaseActionName,
  wave: number,
  by: { readonly by: string; readonly reason: string },
): ReleaseEvent {
  switch (action) {
    case 'halt':
      return { kind: 'halt', halt: { kind: 'person', ...by } };
    case 'continue':
    case 'skip':
      return { kind: action, wave, ...by };
    case 'resume':
    case 'retry':
    case 'roll-back':
      return { kind: action, ...by };
  }
}

async function clusterOf(parts: ConsoleParts, id: string): Promise<LiveCluster> {
  const active = parts.fleet.clusters.find(({ release }) => release?.plan.id === id);
  if (active) return active;
  if (await findRelease(parts.db, id)) throw invalid('release-ended');
  throw new AppError('NOT_FOUND', 'There is no such release.');
}

/** Doesn't wait for the next second. What fails here is tried again then. */
function goOn(parts: ConsoleParts, cluster: LiveCluster): void {
  conduct(parts, cluster).catch((error: unknown) => {
    parts.log.error({ err: error, cluster: cluster.name }, 'a release could not go on');
  });
}
