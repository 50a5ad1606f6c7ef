import { type AcceptedDrift, acceptedDriftSchema } from '../../domain/drift/accepted-drift.ts';
import type { Prisma } from '../../prisma/client/client.ts';
import type { Transaction } from '../db/database.ts';

/** Accepted drift, oldest first. */
export async function findAccepted(db: Transaction, where: Prisma.AcceptedDriftWhereInput): Promise<AcceptedDrift[]> {
  const rows = await db.acceptedDrift.findMany({ where, orderBy: [{ since: 'asc' }, { id: 'asc' }] });
  return rows.map(({ id, stands, reason, by, since }) =>
    acceptedDriftSchema.parse({ id, stands: JSON.parse(stands), reason, by, since: since.getTime() }),
  );
}

/** Writes accepted drift of a director that begins with the intent of that number. */
export async function addAccepted(
  tx: Transaction,
  of: { readonly clusterId: string; readonly directorId: string },
  accepted: readonly AcceptedDrift[],
  began: number,
): Promise<void> {
  await tx.acceptedDrift.createMany({
    data: accepted.map(({ id, stands, reason, by, since }) => ({
      ...{ id, ...of, reason, by, began },
      stands: JSON.stringify(stands),
      since: new Date(since),
    })),
  });
}

/** Ends accepted drift: the intent of that number is the first without it. */
export async function endAccepted(
  tx: Transaction,
  ids: readonly string[],
  by: string,
  at: number,
  ended: number,
): Promise<void> {
  await tx.acceptedDrift.updateMany({
    where: { id: { in: [...ids] }, endedAt: null },
    data: { endedAt: new Date(at), endedBy: by, ended },
  });
}
