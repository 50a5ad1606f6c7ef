import { emptyDefinition } from '../../domain/definition/definition.ts';
import type { Actor } from '../audit/actor.ts';
import type { Entry } from '../audit/entry.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { endDrafts, findDrafts } from '../drafts/store.ts';
import { LiveCluster } from '../live/live-cluster.ts';
import { AppError } from '../trpc/app-error.ts';
import { addCluster, retireCluster } from './store.ts';

/** Makes a cluster without definition and directors. */
export async function createCluster(parts: ConsoleParts, actor: Actor, name: string): Promise<{ name: string }> {
  if (parts.fleet.find(name)) throw new AppError('CONFLICT', `There is a cluster ${name} already.`);
  const at = parts.now();
  const id = parts.randomBytes(12).toString('base64url');
  const takeOver = new Set<never>();
  const nothing = { revision: 0, generation: 0, definition: emptyDefinition, overlays: [], takeOver, only: null };
  const cluster = new LiveCluster(id, name, nothing);
  // Before the commit, so that a second one of the same name is refused meanwhile.
  parts.fleet.add(cluster);
  try {
    await recorded(parts.db, at, actor, async (tx) => {
      await addCluster(tx, id, name, at);
      return { value: undefined, entries: [{ action: 'cluster.create', cluster: name, resource: name }] };
    });
  } catch (error) {
    parts.fleet.remove(cluster);
    throw error;
  }
  parts.hub.touch();
  return { name };
}

/** Takes a cluster out of use. Only one without directors and services, so that nothing is left without its owner. */
export async function removeCluster(
  parts: ConsoleParts,
  actor: Actor,
  { name, reason }: { readonly name: string; readonly reason: string },
): Promise<void> {
  const cluster = parts.fleet.cluster(name);
  await cluster.inTurn(async () => {
    if (cluster.directors.length > 0) throw new AppError('CONFLICT', 'Remove its directors first.');
    if (cluster.wanted.definition.services.length > 0) throw new AppError('CONFLICT', 'Remove its services first.');
    if (cluster.release?.state.endedAt === null) throw new AppError('CONFLICT', 'End its release first.');
    await recorded(parts.db, parts.now(), actor, async (tx) => {
      const drafts = await findDrafts(tx, cluster.id);
      await endDrafts(tx, cluster.id);
      await retireCluster(tx, cluster.id);
      const ended = drafts.map(({ id, title, base, version, services }): Entry => {
        const about = { action: 'draft.discard' as const, cluster: name, resource: title, reason };
        return { ...about, before: { id, base, version, services } };
      });
      const removal = { action: 'cluster.remove' as const, cluster: name, resource: name, reason };
      return { value: undefined, entries: [removal, ...ended] };
    });
    parts.fleet.remove(cluster);
  });
  parts.hub.touch();
}
