import type { RevisionRow } from '../../../domain/revision/revision-row.ts';

/** Where the audit log tells of a revision: its row was written in the same transaction, with the same time. */
export function auditHref(cluster: string, { at }: Pick<RevisionRow, 'at'>): string {
  const time = new Date(at).toISOString();
  return `/audit?${new URLSearchParams({ cluster, action: 'definition.apply', from: time, to: time })}`;
}
