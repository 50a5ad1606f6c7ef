import { consoleClient } from '../../lib/console-client.ts';
import type { Conflict } from './change-request.ts';

/** The newest revision of a cluster, where it is newer than this one. */
export async function newerRevision(cluster: string, base: number): Promise<Conflict | null> {
  const { rows } = await consoleClient().revisions.list.query({ cluster, before: null });
  const newest = rows[0];
  if (!newest || newest.number <= base) return null;
  return { revision: newest.number, by: newest.author, reason: newest.reason, at: newest.at };
}
