import type { AuditRow } from '../../domain/audit/audit-row.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { findRevisionAt } from '../revisions/store.ts';
import { AppError } from '../trpc/app-error.ts';
import { auditRows } from './page.ts';
import { findEntry } from './store.ts';

/** A row, with the revisions that its cluster had just before it and with it. */
export interface AuditDetail extends AuditRow {
  /** Null where it tells of no cluster, or of one that is gone. */
  readonly revisions: { readonly before: number; readonly then: number; readonly newest: number } | null;
}

export async function auditDetail({ db, fleet }: ConsoleParts, id: number): Promise<AuditDetail> {
  const entry = await findEntry(db, id);
  const [row] = entry ? await auditRows(db, [entry]) : [];
  if (!row) throw new AppError('NOT_FOUND', `There is no row ${id}.`);
  const cluster = row.cluster === null ? undefined : fleet.find(row.cluster);
  if (!cluster) return { ...row, revisions: null };
  const then = await findRevisionAt(db, cluster.id, row.at);
  const before = await findRevisionAt(db, cluster.id, row.at - 1);
  return { ...row, revisions: { before, then, newest: cluster.wanted.revision } };
}
