import { seen } from '../../domain/release/seen.ts';
import { worldOf } from '../../domain/release/world-of.ts';
import { consoleActor } from '../audit/actor.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import { AppError } from '../trpc/app-error.ts';
import { carryOut } from './carry-out.ts';
import type { LiveRelease } from './live-release.ts';
import { tell } from './tell.ts';

/** Events that one look may bring: more are left to the next one. */
const mostAtOnce = 50;

/** How long a console that has just started waits for directors to be heard before it says that they aren't. */
const patience = 30_000;

const atWork = new WeakSet<LiveCluster>();
/** When this process looked at a cluster's release first. */
const firstLooks = new WeakMap<LiveCluster, number>();

/**
 * Takes a cluster's release as far as it goes now: carries out what it orders, tells it what is seen, and again.
 *
 * It asks memory alone, so that it may be called at any time; while it is at work for a cluster, a second call does
 * nothing.
 */
export async function conduct(parts: ConsoleParts, cluster: LiveCluster): Promise<void> {
  if (cluster.release?.state.endedAt !== null || atWork.has(cluster)) return;
  atWork.add(cluster);
  try {
    for (let count = 0; count < mostAtOnce; count++) if (!(await cluster.inTurn(() => goOnce(parts, cluster)))) return;
  } finally {
    atWork.delete(cluster);
  }
}

/** One event of what is seen; false where there is nothing to tell. */
async function goOnce(parts: ConsoleParts, cluster: LiveCluster): Promise<boolean> {
  const { release } = cluster;
  if (!release || release.state.endedAt !== null || awaitsDirectors(cluster, release, parts.now())) return false;
  const halt = await carryOut(parts, cluster, release).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    return { kind: 'refused' as const, code: error.code, detail: error.message };
  });
  if (halt) return tell(parts, cluster, release, consoleActor, { kind: 'halt', halt });
  const { plan, state } = release;
  const event = seen(plan, state, worldOf(cluster.record, plan, state, parts.now()), parts.now());
  return event ? tell(parts, cluster, release, consoleActor, event) : false;
}

/** Whether directors are still to connect again after a start: until then nothing is known, and nothing is wrong. */
function awaitsDirectors(cluster: LiveCluster, { plan }: LiveRelease, at: number): boolean {
  const first = firstLooks.get(cluster) ?? at;
  firstLooks.set(cluster, first);
  const unheard = cluster.directors.filter(({ name, history }) => plan.directors.includes(name) && !history.latest);
  return unheard.length > 0 && at - first < patience;
}
