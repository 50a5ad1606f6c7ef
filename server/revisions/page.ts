import type { RevisionRow } from '../../domain/revision/revision-row.ts';
import type { Transaction } from '../db/database.ts';
import { findRevisionRows, firstGenerations } from './store.ts';

export interface RevisionPage {
  /** Newest first, `pageSize` at most. */
  readonly rows: readonly RevisionRow[];
  /** Whether there are older ones. */
  readonly more: boolean;
}

export const pageSize = 50;

/** Revisions of a cluster older than `before`, or the newest. No definition is read for it. */
export async function revisionPage(db: Transaction, clusterId: string, before: number | null): Promise<RevisionPage> {
  const found = await findRevisionRows(db, clusterId, before, pageSize + 1);
  const page = found.slice(0, pageSize);
  const numbers = page.map(({ number }) => number);
  const generations = await firstGenerations(db, clusterId, numbers);
  return {
    more: found.length > pageSize,
    rows: page.map(
      ({ number, author, reason, createdAt, added, changed, removed, settingsChanged }): RevisionRow => ({
        ...{ number, author, reason },
        at: createdAt.getTime(),
        generation: generations.get(number) ?? null,
        counts: { added: added ?? 0, changed: changed ?? 0, removed: removed ?? 0 },
        settingsChanged: settingsChanged ?? false,
      }),
    ),
  };
}
