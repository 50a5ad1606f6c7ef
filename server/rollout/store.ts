import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import type { Transaction } from '../db/database.ts';
import type { Rollout } from '../live/rollout.ts';
import { findRevision } from '../revisions/store.ts';

/** Writes how a cluster's rollout stands; null when it is over. */
export async function putRollout(tx: Transaction, clusterId: string, rollout: Rollout | null): Promise<void> {
  if (!rollout) {
    await tx.rollout.deleteMany({ where: { clusterId } });
    return;
  }
  const { firstId, generation, state, previous } = rollout;
  const row = {
    ...{ firstId, generation, state, previousRevision: previous.revision },
    previousTakeOver: JSON.stringify([...previous.takeOver]),
  };
  await tx.rollout.upsert({ where: { clusterId }, create: { clusterId, ...row }, update: row });
}

/** The rollout of a cluster as the database has it; null when there is none. */
export async function findRollout(db: Transaction, clusterId: string): Promise<Rollout | null> {
  const row = await db.rollout.findUnique({ where: { clusterId }, include: { first: { select: { name: true } } } });
  if (!row) return null;
  const { firstId, generation, previousRevision: revision } = row;
  const found = await findRevision(db, clusterId, revision);
  if (!found) throw new Error(`revision ${revision} is kept by waiting directors, and missing`);
  const takeOver = new Set(JSON.parse(row.previousTakeOver) as ServiceKeyText[]);
  const previous = { revision, definition: found.definition, takeOver };
  return { firstId, first: row.first.name, generation, state: row.state as Rollout['state'], previous };
}
