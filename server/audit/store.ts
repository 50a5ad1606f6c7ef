import type { AuditAction, AuditFilters, AuditOutcome } from '../../domain/audit/audit-row.ts';
import type { Prisma } from '../../prisma/client/client.ts';
import type { Transaction } from '../db/database.ts';
import type { Actor } from './actor.ts';

/** What happened, beside who did it and when. */
export interface Entry {
  readonly action: AuditAction;
  readonly resource?: string | null;
  readonly cluster?: string | null;
  readonly director?: string | null;
  readonly reason?: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly revision?: number | null;
  readonly generation?: number | null;
  readonly outcome?: AuditOutcome;
}

export async function addEntry(db: Transaction, at: number, actor: Actor, entry: Entry): Promise<void> {
  await db.auditEntry.create({
    data: {
      at: new Date(at),
      actor: actor.name,
      actorKind: actor.kind,
      role: actor.role,
      source: actor.source,
      action: entry.action,
      resource: entry.resource ?? null,
      cluster: entry.cluster ?? null,
      director: entry.director ?? null,
      reason: entry.reason ?? null,
      before: jsonOf(entry.before),
      after: jsonOf(entry.after),
      revision: entry.revision ?? null,
      generation: entry.generation ?? null,
      outcome: entry.outcome ?? 'done',
    },
  });
}

/** Entries older than `cursor` that match, newest first. */
export const findEntries = (db: Transaction, filters: AuditFilters, cursor: number | null, count: number) =>
  db.auditEntry.findMany({
    where: { ...whereOf(filters), ...(cursor === null ? {} : { id: { lt: cursor } }) },
    orderBy: { id: 'desc' },
    take: count,
  });

/** What became of generations on each director. */
export const findResults = (db: Transaction, generations: readonly number[]) =>
  db.applyResult.findMany({
    where: { generation: { in: [...generations] } },
    include: { director: { select: { name: true } } },
    orderBy: { director: { name: 'asc' } },
  });

function whereOf(filters: AuditFilters): Prisma.AuditEntryWhereInput {
  const { actor, action, resource, cluster, director, outcome, text, from, to } = filters;
  const anywhere = (text ? ['actor', 'resource', 'reason', 'cluster', 'director'] : []).map((field) => ({
    [field]: { contains: text },
  }));
  return {
    ...(actor ? { actor } : {}),
    ...(action ? { action } : {}),
    ...(resource ? { resource } : {}),
    ...(cluster ? { cluster } : {}),
    ...(director ? { director } : {}),
    ...(outcome ? { outcome } : {}),
    ...(anywhere.length > 0 ? { OR: anywhere } : {}),
    at: { ...(from === undefined ? {} : { gte: new Date(from) }), ...(to === undefined ? {} : { lte: new Date(to) }) },
  };
}

const jsonOf = (value: unknown): string | null =>
  value === undefined || value === null ? null : JSON.stringify(value);
