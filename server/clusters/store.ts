import { definitionSchema, emptyDefinition } from '../../domain/definition/definition.ts';
import type { ApplyProgress } from '../../domain/display/views.ts';
import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import { overlaySchema } from '../../domain/overlay/overlay.ts';
import type { StepResult } from '../../domain/wire/messages.ts';
import type { Transaction } from '../db/database.ts';
import { LiveCluster, type Wanted } from '../live/live-cluster.ts';
import { keptApplies, LiveDirector } from '../live/live-director.ts';

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
    const cluster = new LiveCluster(id, name, await wantedOf(db, id, name));
    cluster.directors.push(...(await directorsOf(db, id)));
    clusters.push(cluster);
  }
  return clusters;
}

async function wantedOf(db: Transaction, clusterId: string, name: string): Promise<Wanted> {
  const revision = await db.revision.findFirst({ where: { clusterId }, orderBy: { number: 'desc' } });
  const generation = await db.generation.findFirst({ where: { clusterId }, orderBy: { number: 'desc' } });
  const overlays = await db.overlay.findMany({ where: { clusterId, endedAt: null }, orderBy: { since: 'asc' } });
  const stored = definitionSchema.safeParse(revision ? JSON.parse(revision.definition) : emptyDefinition);
  if (!stored.success) {
    const [issue] = stored.error.issues;
    throw new Error(`revision ${revision?.number} of ${name} is not valid: ${issue?.path.join('.')} ${issue?.message}`);
  }
  return {
    revision: revision?.number ?? 0,
    generation: generation?.number ?? 0,
    definition: stored.data,
    takeOver: new Set(JSON.parse(generation?.takeOver ?? '[]') as ServiceKeyText[]),
    overlays: overlays.map(({ id, kind, target, reason, by, since }) =>
      overlaySchema.parse({ id, kind, target: JSON.parse(target), reason, by, since: since.getTime() }),
    ),
  };
}

async function directorsOf(db: Transaction, clusterId: string): Promise<LiveDirector[]> {
  const rows = await db.director.findMany({ where: { clusterId, retired: '' }, orderBy: { name: 'asc' } });
  const directors: LiveDirector[] = [];
  for (const row of rows) {
    const { id: directorId, name } = row;
    const of = { where: { directorId }, orderBy: { generation: 'desc' as const } };
    const applies = await db.applyResult.findMany({ ...of, take: keptApplies });
    const applied = await db.applyResult.findFirst({ ...of, where: { directorId, phase: 'applied' } });
    const lastSeen = row.lastSeenAt?.getTime() ?? null;
    const stored = { ...row, lastSeen, applied: applied?.generation ?? 0 };
    directors.push(new LiveDirector({ ...stored, applies: applies.map((apply) => progressOf(name, apply)) }));
  }
  return directors;
}

type Stored = Awaited<ReturnType<Transaction['applyResult']['findMany']>>[number];

const progressOf = (director: string, stored: Stored): ApplyProgress => ({
  director,
  generation: stored.generation,
  phase: stored.phase as ApplyProgress['phase'],
  total: stored.total,
  steps: JSON.parse(stored.steps) as StepResult[],
  readBack: stored.readBack as ApplyProgress['readBack'],
  detail: stored.detail,
  requestedAt: stored.requestedAt.getTime(),
  endedAt: stored.endedAt?.getTime() ?? null,
});
