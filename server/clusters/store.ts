import { emptyDefinition } from '../../domain/definition/definition.ts';
import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import { isDrain } from '../../domain/overlay/overlay.ts';
import type { Transaction } from '../db/database.ts';
import { loadDirectors } from '../directors/load-directors.ts';
import { deadlineText } from '../drains/deadline-text.ts';
import { findReturns } from '../drains/store.ts';
import { findOverlays } from '../intents/store.ts';
import { LiveCluster, type Wanted } from '../live/live-cluster.ts';
import { findActiveRelease } from '../releases/store.ts';
import { findRevision, newestRevision } from '../revisions/store.ts';
import { findRollout } from '../rollout/store.ts';

export async function addCluster(tx: Transaction, id: string, name: string, at: number): Promise<void> {
  await tx.cluster.create({ data: { id, name, createdAt: new Date(at) } });
}

/** Takes a cluster out of use: its history stays, and its name is free again. */
export async function retireCluster(tx: Transaction, id: string): Promise<void> {
  await tx.cluster.update({ where: { id }, data: { retired: id } });
}

/** Every cluster in use with its directors, as the database has them. Throws when a stored definition is not valid. */
export async function loadClusters(db: Transaction): Promise<LiveCluster[]> {
  const rows = await db.cluster.findMany({ where: { retired: '' }, orderBy: { name: 'asc' } });
  const clusters: LiveCluster[] = [];
  for (const { id, name } of rows) {
    const cluster = new LiveCluster(
      id,
      name,
      await wantedOf(db, id),
      await findRollout(db, id),
      await findReturns(db, id),
    );
    const settled = await findOverlays(db, { clusterId: id, endedAt: null, deadlineSettled: true });
    for (const drain of settled.filter(isDrain)) cluster.settledDeadlines.add(deadlineText(drain));
    cluster.directors.push(...(await loadDirectors(db, cluster)));
    cluster.release = await findActiveRelease(db, id);
    clusters.push(cluster);
  }
  return clusters;
}

async function wantedOf(db: Transaction, clusterId: string): Promise<Wanted> {
  const newest = await newestRevision(db, clusterId);
  const revision = newest ? await findRevision(db, clusterId, newest.number) : null;
  const generation = await db.generation.findFirst({ where: { clusterId }, orderBy: { number: 'desc' } });
  const only = generation?.only ?? null;
  return {
    revision: revision?.number ?? 0,
    generation: generation?.number ?? 0,
    definition: revision?.definition ?? emptyDefinition,
    takeOver: new Set(JSON.parse(generation?.takeOver ?? '[]') as ServiceKeyText[]),
    overlays: await findOverlays(db, { clusterId, endedAt: null }),
    only: only === null ? null : (JSON.parse(only) as string[]),
  };
}
