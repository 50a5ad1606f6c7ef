import { type Due, dueDrains } from '../../domain/drains/due-drains.ts';
import { consoleActor } from '../audit/actor.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import { changeOfDue } from './change-of-due.ts';
import { deadlineText } from './deadline-text.ts';
import { deadlineEntry, dueEntries } from './due-entry.ts';
import { settleDeadline } from './store.ts';
import { writeDrains } from './write-drains.ts';

/**
 * Does what time makes due for the drains and returns of a cluster: deadlines, checks that have passed, steps of ramps.
 *
 * It asks memory and nothing else, so that it may be called at any time, and again at each start: what was written
 * before isn't due any more.
 */
export async function watchDrains(parts: ConsoleParts, cluster: LiveCluster): Promise<void> {
  if (dueNow(parts, cluster).length === 0) return;
  await cluster.inTurn(async () => {
    const due = dueNow(parts, cluster);
    for (const one of due) if (one.kind === 'met' || one.kind === 'ask') await settle(parts, cluster, one);
    const changes = due.filter(({ kind }) => kind !== 'met' && kind !== 'ask');
    if (changes.length > 0) await change(parts, cluster, changes);
  });
}

const dueNow = (parts: ConsoleParts, cluster: LiveCluster): Due[] =>
  dueDrains(cluster.record, (drain) => !cluster.settledDeadlines.has(deadlineText(drain)), parts.now());

async function settle(parts: ConsoleParts, cluster: LiveCluster, due: Extract<Due, { drain: unknown }>): Promise<void> {
  const { revision, generation } = cluster.wanted;
  await recorded(parts.db, parts.now(), consoleActor, async (tx) => {
    if (!(await settleDeadline(tx, due.drain.id))) return { value: undefined, wroteNothing: true };
    return { value: undefined, entries: [{ ...deadlineEntry(due), cluster: cluster.name, revision, generation }] };
  });
  cluster.settledDeadlines.add(deadlineText(due.drain));
  parts.hub.touch();
}

async function change(parts: ConsoleParts, cluster: LiveCluster, due: readonly Due[]): Promise<void> {
  const at = parts.now();
  const [entry, ...also] = dueEntries(due);
  if (!entry) return;
  await writeDrains(parts, consoleActor, cluster, changeOfDue(cluster, due, at), null, at, { entry, also });
  for (const one of due) if ('drain' in one) cluster.settledDeadlines.add(deadlineText(one.drain));
}
