import type { Actor } from '../audit/actor.ts';
import type { Entry } from '../audit/entry.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import type { OverlayChange } from './planned-drain.ts';
import { putReturns } from './store.ts';

/** Writes returns that change nothing on any director yet, with their audit entry; gives the generation that stands. */
export async function recordUnwritten(
  parts: ConsoleParts,
  actor: Actor,
  cluster: LiveCluster,
  { returnsEnded, returnsAdded }: OverlayChange,
  entry: Entry,
  at: number,
): Promise<number> {
  const { generation, revision } = cluster.wanted;
  const gone = new Set(returnsEnded.map(({ id }) => id));
  await recorded(parts.db, at, actor, async (tx) => {
    await putReturns(tx, cluster.id, [...gone], returnsAdded);
    return { value: undefined, entries: [{ ...entry, cluster: cluster.name, generation, revision }] };
  });
  cluster.returns = [...cluster.returns.filter(({ id }) => !gone.has(id)), ...returnsAdded];
  parts.hub.touch();
  return generation;
}
