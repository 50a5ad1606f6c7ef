import { type ReleaseEntry, releaseEventSchema } from '../../domain/release/release-event.ts';
import type { ReleasePlan } from '../../domain/release/release-plan.ts';
import type { ReleaseState } from '../../domain/release/release-state.ts';
import type { Prisma } from '../../prisma/client/client.ts';
import type { Transaction } from '../db/database.ts';
import { keptEntries, type LiveRelease } from './live-release.ts';

/** Writes a release that begins. Fails where one goes on in its cluster. */
export async function addRelease(tx: Transaction, clusterId: string, release: LiveRelease): Promise<void> {
  const { plan, state, seq, reason, startedBy, startedAt } = release;
  await tx.release.create({
    data: {
      ...{ id: plan.id, clusterId, activeIn: clusterId, seq, reason, startedBy, startedAt: new Date(startedAt) },
      ...{ plan: JSON.stringify(plan), state: JSON.stringify(state) },
    },
  });
}

/** Adds an event with the state that it led to. Fails where another event came in between. */
export async function addEvent(tx: Transaction, id: string, entry: ReleaseEntry, state: ReleaseState): Promise<void> {
  const { seq, at, event } = entry;
  await tx.releaseEvent.create({ data: { releaseId: id, seq, at: new Date(at), event: JSON.stringify(event) } });
  const over = state.endedAt === null ? {} : { activeIn: null, endedAt: new Date(state.endedAt) };
  await tx.release.update({
    where: { id, seq: seq - 1 },
    data: { seq, state: JSON.stringify(state), ...over },
  });
}

/** The release that goes on in a cluster; null where none does. */
export async function findActiveRelease(db: Transaction, clusterId: string): Promise<LiveRelease | null> {
  const row = await db.release.findUnique({ where: { activeIn: clusterId } });
  return row && liveRelease(db, row);
}

/** A release by its id, with the name of its cluster; null where there is none. */
export async function findRelease(
  db: Transaction,
  id: string,
): Promise<{ readonly cluster: string; readonly release: LiveRelease } | null> {
  const row = await db.release.findUnique({ where: { id }, include: { cluster: { select: { name: true } } } });
  return row && { cluster: row.cluster.name, release: await liveRelease(db, row) };
}

/** Releases that began before a time, newest first, without their entries. */
export async function findReleases(
  db: Transaction,
  asked: { readonly cluster: string | null; readonly before: number | null },
  count: number,
): Promise<LiveRelease[]> {
  const where = {
    ...(asked.cluster === null ? {} : { cluster: { name: asked.cluster, retired: '' } }),
    ...(asked.before === null ? {} : { startedAt: { lt: new Date(asked.before) } }),
  };
  const rows = await db.release.findMany({ where, orderBy: { startedAt: 'desc' }, take: count });
  return rows.map((row) => releaseOf(row, []));
}

async function liveRelease(db: Transaction, row: Row): Promise<LiveRelease> {
  const events = await db.releaseEvent.findMany({
    where: { releaseId: row.id },
    orderBy: { seq: 'desc' },
    take: keptEntries,
  });
  const entries = events.map(({ seq, at, event }) => ({
    ...{ seq, at: at.getTime(), event: releaseEventSchema.parse(JSON.parse(event)) },
  }));
  return releaseOf(row, entries.reverse());
}

type Row = Prisma.ReleaseGetPayload<object>;

const releaseOf = (row: Row, entries: readonly ReleaseEntry[]): LiveRelease => ({
  plan: JSON.parse(row.plan) as ReleasePlan,
  state: JSON.parse(row.state) as ReleaseState,
  ...{ seq: row.seq, reason: row.reason, startedBy: row.startedBy, startedAt: row.startedAt.getTime(), entries },
});
