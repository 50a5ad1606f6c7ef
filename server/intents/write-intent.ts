import type { Actor } from '../audit/actor.ts';
import { recorded } from '../audit/recorded.ts';
import type { Entry } from '../audit/store.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Transaction } from '../db/database.ts';
import type { LiveCluster, Wanted } from '../live/live-cluster.ts';
import { addGeneration } from './store.ts';

interface NewIntent {
  readonly next: Omit<Wanted, 'generation'>;
  readonly at: number;
  /** What the audit log tells of it; cluster, revision and generation are added. */
  readonly entry: Entry;
  /** Writes what the intent comes from: a revision, overlays. */
  readonly write: (tx: Transaction) => Promise<void>;
}

/**
 * Writes an intent with what it comes from and its audit entry in one transaction, then tells memory, directors and
 * browsers; gives its generation. To be called in the cluster's turn.
 */
export async function writeIntent(
  parts: ConsoleParts,
  actor: Actor,
  cluster: LiveCluster,
  { next, at, entry, write }: NewIntent,
): Promise<number> {
  const generation = await recorded(parts.db, at, actor, async (tx) => {
    await write(tx);
    const value = await addGeneration(tx, cluster, next, at);
    const { revision } = next;
    return { value, entries: [{ ...entry, cluster: cluster.name, revision, generation: value }] };
  });
  cluster.want({ ...next, generation });
  for (const director of cluster.directors) director.request(generation, at);
  parts.intents.push(cluster);
  parts.hub.touch();
  return generation;
}
