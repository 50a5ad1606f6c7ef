import type { Database, Transaction } from '../db/database.ts';
import type { Actor } from './actor.ts';
import type { Entry } from './entry.ts';
import { addEntry } from './store.ts';

/** What a piece of work wrote, with its entries in the audit log: without one, nothing may have been written. */
export type Work<T> =
  | { readonly value: T; readonly entries: readonly [Entry, ...Entry[]] }
  | { readonly value: T; readonly wroteNothing: true };

/**
 * What the work gives, done in one transaction with its entries in the audit log: both are written or neither.
 *
 * Every change of state goes through here.
 */
export function recorded<T>(
  db: Database,
  at: number,
  actor: Actor,
  work: (tx: Transaction) => Promise<Work<T>>,
): Promise<T> {
  return db.$transaction(async (tx) => {
    const done = await work(tx);
    if ('entries' in done) for (const entry of done.entries) await addEntry(tx, at, actor, entry);
    return done.value;
  });
}
