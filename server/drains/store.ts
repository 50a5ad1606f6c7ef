import { drainTargetSchema } from '../../domain/overlay/overlay.ts';
import type { ServiceReturn } from '../../domain/overlay/service-return.ts';
import type { Transaction } from '../db/database.ts';

/** What is on its way back to service in a cluster, oldest first. */
export async function findReturns(db: Transaction, clusterId: string): Promise<ServiceReturn[]> {
  const rows = await db.serviceReturn.findMany({
    where: { clusterId },
    orderBy: { since: 'asc' },
    omit: { clusterId: true },
  });
  return rows.map(({ target, phase, since, steppedAt, ...rest }) => ({
    ...rest,
    target: drainTargetSchema.parse(JSON.parse(target)),
    phase: phase === 'ramp' ? 'ramp' : 'awaiting-checks',
    since: since.getTime(),
    steppedAt: steppedAt?.getTime() ?? null,
  }));
}

/** Writes returns in the place of others: of these ids, and of those that are gone. */
export async function putReturns(
  tx: Transaction,
  clusterId: string,
  gone: readonly string[],
  returns: readonly ServiceReturn[],
): Promise<void> {
  const ids = [...gone, ...returns.map(({ id }) => id)];
  await tx.serviceReturn.deleteMany({ where: { id: { in: ids } } });
  await tx.serviceReturn.createMany({
    data: returns.map(({ target, since, steppedAt, ...rest }) => ({
      ...rest,
      clusterId,
      target: JSON.stringify(target),
      since: new Date(since),
      steppedAt: steppedAt === null ? null : new Date(steppedAt),
    })),
  });
}

/** Marks that the deadline of a standing drain needn't be watched any more; false when it was marked before. */
export async function settleDeadline(tx: Transaction, id: string): Promise<boolean> {
  const { count } = await tx.overlay.updateMany({
    where: { id, endedAt: null, deadlineSettled: false },
    data: { deadlineSettled: true },
  });
  return count > 0;
}
