import { consoleActor } from '../audit/actor.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import type { Rollout } from '../live/rollout.ts';
import { release } from './release.ts';
import { stoppedEntry } from './stopped-entry.ts';
import { putRollout } from './store.ts';
import { verdictOf } from './verdict.ts';

/**
 * Lets the waiting directors go on when the first one has the revision, and stops the rollout when it failed there.
 *
 * It asks memory and nothing else, so that it may be called at any time: when a result came, and again at each start.
 */
export async function settleRollout(parts: ConsoleParts, cluster: LiveCluster): Promise<void> {
  if (verdictOf(cluster) === 'wait') return;
  await cluster.inTurn(async () => {
    const { rollout } = cluster;
    const verdict = verdictOf(cluster);
    if (!rollout || verdict === 'wait') return;
    if (verdict === 'stop') return stopRollout(parts, cluster, rollout);
    const entry = { action: 'rollout.go-on' as const, director: rollout.first, resource: rollout.first };
    await release(parts, consoleActor, cluster, entry, parts.now());
  });
}

/** Keeps that the first director didn't get the revision; the others stay as they are until people decide. */
async function stopRollout(parts: ConsoleParts, cluster: LiveCluster, rollout: Rollout): Promise<void> {
  const stopped = { ...rollout, state: 'stopped' as const };
  await recorded(parts.db, parts.now(), consoleActor, async (tx) => {
    await putRollout(tx, cluster.id, stopped);
    return { value: undefined, entries: [stoppedEntry(cluster, rollout)] };
  });
  cluster.want(cluster.wanted, stopped);
  parts.hub.touch();
}
