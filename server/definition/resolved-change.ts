import type { Change } from '../../domain/definition/change.ts';
import type { AskedChange } from '../../domain/revision/asked-change.ts';
import type { Transaction } from '../db/database.ts';
import { findRevision } from '../revisions/store.ts';
import { invalid } from '../trpc/app-error.ts';

/** The change that was asked for, with an earlier revision's definition in the place of its number. */
export async function resolvedChange(db: Transaction, clusterId: string, asked: AskedChange): Promise<Change> {
  if (asked.kind !== 'go-back') return asked;
  const revision = await findRevision(db, clusterId, asked.revision);
  if (!revision) throw invalid('revision-unknown', ['change', 'revision']);
  return { kind: 'replace', definition: revision.definition };
}
