import { type AuditStream, type StreamTarget, streamTargetSchema } from '../../domain/audit/audit-stream.ts';
import type { Transaction } from '../db/database.ts';

/** A stream as the database has it. */
export type StoredStream = Omit<AuditStream, 'newest'>;

export async function findStreams(db: Transaction): Promise<StoredStream[]> {
  const rows = await db.auditStream.findMany({ orderBy: { name: 'asc' } });
  return rows.map(({ id, name, paused, position, problem, ...row }) => ({
    ...{ id, name, paused, position, problem },
    target: streamTargetSchema.parse(JSON.parse(row.target)),
    sentAt: row.sentAt?.getTime() ?? null,
    failingSince: row.failingSince?.getTime() ?? null,
  }));
}

export async function addStream(
  tx: Transaction,
  stream: {
    readonly id: string;
    readonly name: string;
    readonly target: StreamTarget;
    readonly position: number;
    readonly at: number;
  },
): Promise<void> {
  const { id, name, target, position, at } = stream;
  await tx.auditStream.create({
    data: { id, name, target: JSON.stringify(target), position, createdAt: new Date(at) },
  });
}

export async function setPaused(tx: Transaction, id: string, paused: boolean): Promise<void> {
  await tx.auditStream.update({ where: { id }, data: { paused } });
}

export async function removeStreamRow(tx: Transaction, id: string): Promise<void> {
  await tx.auditStream.delete({ where: { id } });
}

/** Keeps how a delivery ended. A stream that was removed meanwhile stays removed. */
export async function keepDelivery(
  db: Transaction,
  id: string,
  told: {
    readonly position?: number;
    readonly sentAt?: Date;
    readonly failingSince?: Date | null;
    readonly problem?: string | null;
  },
): Promise<void> {
  await db.auditStream.updateMany({ where: { id }, data: told });
}
