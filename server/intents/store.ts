import type { Definition } from '../../domain/definition/definition.ts';
import type { ApplyProgress } from '../../domain/display/views.ts';
import type { Overlay } from '../../domain/overlay/overlay.ts';
import type { Transaction } from '../db/database.ts';
import type { LiveCluster, Wanted } from '../live/live-cluster.ts';

/** How far a director may be ahead and still be believed. */
const believable = 1_000_000;

/**
 * Writes an intent of a cluster, asked of each of its directors; gives its number.
 *
 * It is above every earlier one and above what the directors hold: after a database was restored from a copy they are
 * ahead of it, and would refuse what they take for an older intent.
 */
export async function addGeneration(
  tx: Transaction,
  cluster: LiveCluster,
  next: Omit<Wanted, 'generation'>,
  at: number,
): Promise<number> {
  const createdAt = new Date(at);
  const takeOver = JSON.stringify([...next.takeOver]);
  const { _max: newest } = await tx.generation.aggregate({ _max: { number: true } });
  const last = newest.number ?? 0;
  const held = cluster.directors
    .map((director) => director.held)
    .filter((generation) => generation < last + believable);
  const number = Math.max(last, ...held) + 1;
  await tx.generation.create({
    data: { number, clusterId: cluster.id, revision: next.revision, takeOver, createdAt },
  });
  await tx.applyResult.createMany({
    data: cluster.directors.map(({ id }) => ({
      directorId: id,
      generation: number,
      phase: 'requested',
      requestedAt: createdAt,
    })),
  });
  return number;
}

/** Writes what became of an intent on a director. */
export async function putResult(
  tx: Transaction,
  directorId: string,
  apply: ApplyProgress,
  took: number | null,
): Promise<void> {
  const { generation, phase, total, readBack, detail } = apply;
  const result = {
    ...{ phase, total, readBack, detail, took },
    steps: JSON.stringify(apply.steps),
    requestedAt: new Date(apply.requestedAt),
    endedAt: apply.endedAt === null ? null : new Date(apply.endedAt),
  };
  await tx.applyResult.upsert({
    where: { directorId_generation: { directorId, generation } },
    create: { directorId, generation, ...result },
    update: result,
  });
}

/** The number, author, reason and time of a cluster's newest revision; null before the first. */
export const newestRevision = (tx: Transaction, clusterId: string) =>
  tx.revision.findFirst({
    where: { clusterId },
    orderBy: { number: 'desc' },
    select: { number: true, author: true, reason: true, createdAt: true },
  });

export async function addRevision(
  tx: Transaction,
  clusterId: string,
  revision: {
    readonly number: number;
    readonly definition: Definition;
    readonly author: string;
    readonly reason: string;
    readonly at: number;
  },
): Promise<void> {
  await tx.revision.create({
    data: {
      clusterId,
      number: revision.number,
      definition: JSON.stringify(revision.definition),
      author: revision.author,
      reason: revision.reason,
      createdAt: new Date(revision.at),
    },
  });
}

export async function addOverlays(tx: Transaction, clusterId: string, overlays: readonly Overlay[]): Promise<void> {
  await tx.overlay.createMany({
    data: overlays.map(({ id, kind, target, reason, by, since }) => ({
      ...{ id, clusterId, kind, reason, by },
      target: JSON.stringify(target),
      since: new Date(since),
    })),
  });
}

export async function endOverlays(tx: Transaction, ids: readonly string[], by: string, at: number): Promise<void> {
  await tx.overlay.updateMany({
    where: { id: { in: [...ids] }, endedAt: null },
    data: { endedAt: new Date(at), endedBy: by },
  });
}
