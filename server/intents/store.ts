import type { ApplyProgress } from '../../domain/display/views.ts';
import { type Overlay, overlaySchema } from '../../domain/overlay/overlay.ts';
import type { Prisma } from '../../prisma/client/client.ts';
import type { Transaction } from '../db/database.ts';
import type { LiveCluster, Wanted } from '../live/live-cluster.ts';
import type { LiveDirector } from '../live/live-director.ts';
import type { Share } from './recipients.ts';

/** How far a director may be ahead and still be believed. */
const believable = 1_000_000;

/**
 * The number of the next intent of a cluster.
 *
 * It is above every earlier one and above what the directors hold: after a database was restored from a copy they are
 * ahead of it, and would refuse what they take for an older intent.
 */
export async function nextGeneration(tx: Transaction, cluster: LiveCluster): Promise<number> {
  const { _max: newest } = await tx.generation.aggregate({ _max: { number: true } });
  const last = newest.number ?? 0;
  const held = cluster.directors
    .map((director) => director.held)
    .filter((generation) => generation < last + believable);
  return Math.max(last, ...held) + 1;
}

/** Writes an intent of a cluster, with what it means for each of its directors. */
export async function addGeneration(
  tx: Transaction,
  cluster: LiveCluster,
  wanted: Wanted,
  shares: readonly Share[],
  at: number,
): Promise<void> {
  const { generation, revision, takeOver, only } = wanted;
  const createdAt = new Date(at);
  await tx.generation.create({
    data: {
      ...{ number: generation, clusterId: cluster.id, revision, createdAt },
      takeOver: JSON.stringify([...takeOver]),
      only: only && JSON.stringify(only),
    },
  });
  await tx.applyResult.createMany({
    data: shares.map(({ director, phase, revision: brought, confined }) => ({
      ...{ directorId: director.id, generation, revision: brought, confined, phase },
      requestedAt: createdAt,
    })),
  });
}

/** Ends what is on its way to a director, or waits, because a newer intent goes in its place. */
export async function supersede(
  tx: Transaction,
  directorIds: readonly string[],
  below: number,
  phases: readonly ApplyProgress['phase'][],
  at: number,
): Promise<void> {
  await tx.applyResult.updateMany({
    where: { directorId: { in: [...directorIds] }, generation: { lt: below }, phase: { in: [...phases] } },
    data: { phase: 'superseded', endedAt: new Date(at) },
  });
}

/** Writes until which intent each director is held back. */
export async function putHeldBack(
  tx: Transaction,
  shares: readonly { readonly director: LiveDirector; readonly heldBackAt: number | null }[],
): Promise<void> {
  for (const { director, heldBackAt } of shares)
    if (director.heldBackAt !== heldBackAt)
      await tx.director.update({ where: { id: director.id }, data: { heldBackAt } });
}

/** Lets waiting results go on their way. */
export async function requestWaiting(
  tx: Transaction,
  directorIds: readonly string[],
  { generation, revision }: Wanted,
  confined: boolean,
  at: number,
): Promise<void> {
  await tx.applyResult.updateMany({
    where: { directorId: { in: [...directorIds] }, generation },
    data: { phase: 'requested', revision, requestedAt: new Date(at), ...(confined ? {} : { confined: false }) },
  });
}

/** Writes what became of an intent on a director. */
export async function putResult(
  tx: Transaction,
  directorId: string,
  apply: ApplyProgress,
  more: { readonly took: number | null; readonly revision: number | null },
): Promise<void> {
  const { generation, phase, total, readBack, detail } = apply;
  const result = {
    ...{ phase, total, readBack, detail, took: more.took },
    ...(more.revision === null ? {} : { revision: more.revision }),
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

/** Overlays, oldest first. */
export async function findOverlays(db: Transaction, where: Prisma.OverlayWhereInput): Promise<Overlay[]> {
  const rows = await db.overlay.findMany({ where, orderBy: { since: 'asc' } });
  return rows.map(({ id, kind, target, settings, reason, by, since }) =>
    overlaySchema.parse({
      ...(JSON.parse(settings) as object),
      ...{ id, kind, target: JSON.parse(target), reason, by, since: since.getTime() },
    }),
  );
}

/** Writes overlays that begin with the intent of that number. */
export async function addOverlays(
  tx: Transaction,
  clusterId: string,
  overlays: readonly Overlay[],
  began: number,
): Promise<void> {
  await tx.overlay.createMany({
    data: overlays.map((overlay) => {
      const { id, kind, reason, by, target, since } = overlay;
      return {
        ...{ id, clusterId, kind, reason, by, began },
        ...{ target: JSON.stringify(target), settings: settingsText(overlay), since: new Date(since) },
      };
    }),
  });
}

const columns: readonly string[] = ['id', 'kind', 'target', 'reason', 'by', 'since'] satisfies (keyof Overlay)[];

/** What an overlay has beside the columns of its row. */
const settingsText = (overlay: Overlay): string =>
  JSON.stringify(Object.fromEntries(Object.entries(overlay).filter(([name]) => !columns.includes(name))));

/** Ends overlays: the intent of that number is the first without them. */
export async function endOverlays(
  tx: Transaction,
  ids: readonly string[],
  by: string,
  at: number,
  ended: number,
): Promise<void> {
  await tx.overlay.updateMany({
    where: { id: { in: [...ids] }, endedAt: null },
    data: { endedAt: new Date(at), endedBy: by, ended },
  });
}

/** Writes that overlays which go on are let through although they keep a service below its guard. */
export async function putOverGuard(tx: Transaction, overlays: readonly Overlay[]): Promise<void> {
  for (const overlay of overlays)
    await tx.overlay.updateMany({
      where: { id: overlay.id, endedAt: null },
      data: { settings: settingsText(overlay) },
    });
}
