import type { ChainRow } from '../../domain/audit/chain-row.ts';

/** A row as the database has it: its columns by name, the time as ISO 8601 text or as Prisma reads that. */
export interface StoredRow extends Omit<ChainRow, 'seq' | 'at'> {
  readonly id: number | bigint;
  readonly at: string | Date;
}

/** The columns of `StoredRow`, for SQL. */
export const storedColumns =
  '"id", "at", "actor", "actorKind", "role", "source", "signedInBy", "action", "resource", "cluster", "director", ' +
  '"reason", "ticket", "before", "after", "revision", "generation", "release", "outcome", "previous", "hash"';

/** A stored row as the chain sees it. A time that can't be read is NaN, which no hash is of. */
export function chainRowOf({ id, at, ...row }: StoredRow): ChainRow {
  return {
    ...row,
    seq: Number(id),
    at: typeof at === 'string' ? Date.parse(at) : at.getTime(),
    revision: row.revision === null ? null : Number(row.revision),
    generation: row.generation === null ? null : Number(row.generation),
  };
}
