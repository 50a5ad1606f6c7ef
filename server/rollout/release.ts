import type { Actor } from '../audit/actor.ts';
import type { Entry } from '../audit/entry.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Transaction } from '../db/database.ts';
import { isDefined } from '../drains/targets.ts';
import { endOverlays, putHeldBack, requestWaiting, supersede } from '../intents/store.ts';
import { writeIntent } from '../intents/write-intent.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import { putRollout } from './store.ts';

/**
 * Ends a rollout: the waiting directors get the newest revision at once. Gives the generation that brings it.
 *
 * It is the cluster's newest one where none of them was sent anything of that number: what an agent says of a
 * generation must mean one table alone. To be called in the cluster's turn, with a rollout.
 */
export async function release(
  parts: ConsoleParts,
  actor: Actor,
  cluster: LiveCluster,
  entry: Entry,
  at: number,
): Promise<number> {
  const { wanted, waiting } = cluster;
  const { generation } = wanted;
  // Drains of what only the waiting directors had: kept for them until now.
  const ended = wanted.overlays.filter(({ target }) => !isDefined(wanted.definition, target));
  const overlays = wanted.overlays.filter((overlay) => !ended.includes(overlay));
  const end = (tx: Transaction, number: number) => {
    const ids = ended.map(({ id }) => id);
    return endOverlays(tx, ids, actor.name, at, number);
  };
  const after = { directors: waiting.map(({ name }) => name), drainsEnded: ended.map(({ target }) => target) };
  const told = { ...entry, after };
  const unheard = waiting.every(({ heldBackAt, held }) => (heldBackAt ?? 0) < generation && held < generation);
  if (!unheard) {
    const next = { ...wanted, overlays, only: null };
    return writeIntent(parts, actor, cluster, { next, to: { kind: 'all' }, at, entry: told, write: end });
  }
  const confined = cluster.rollout?.previous.revision === wanted.revision;
  const ids = waiting.map(({ id }) => id);
  await recorded(parts.db, at, actor, async (tx) => {
    await end(tx, generation);
    await supersede(tx, ids, generation, ['requested', 'waiting'], at);
    await requestWaiting(tx, ids, wanted, confined, at);
    await putHeldBack(
      tx,
      waiting.map((director) => ({ director, heldBackAt: null })),
    );
    await putRollout(tx, cluster.id, null);
    const about = { cluster: cluster.name, revision: wanted.revision, generation };
    return { value: undefined, entries: [{ ...told, ...about }] };
  });
  cluster.want({ ...wanted, overlays }, null);
  for (const director of waiting) {
    director.heldBackAt = null;
    if (!confined) director.confinedTo = null;
    director.supersede(generation, ['requested', 'waiting'], at);
    director.request(generation, at);
  }
  parts.intents.push(cluster, waiting);
  parts.hub.touch();
  return generation;
}
