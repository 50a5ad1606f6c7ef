/** A row of the audit log as its hash sees it. Times are milliseconds since 1970; `before` and `after` canonical JSON. */
export interface ChainContent {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly actorKind: string;
  readonly role: string | null;
  readonly source: string | null;
  readonly signedInBy: string | null;
  readonly action: string;
  readonly resource: string | null;
  readonly cluster: string | null;
  readonly director: string | null;
  readonly reason: string | null;
  readonly ticket: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly revision: number | null;
  readonly generation: number | null;
  readonly release: string | null;
  readonly outcome: string;
}

/** A row with its link in the chain: SHA-256 in base64url. */
export interface ChainRow extends ChainContent {
  /** The hash of the row before; `genesis` in the first. */
  readonly previous: string;
  readonly hash: string;
}

/** What the first row has for the hash before it. */
export const genesis = 'shoal-audit-log';

/** SHA-256 of a text's UTF-8, in base64url without padding. */
export type Sha256 = (text: string) => string;

/**
 * The canonical form of a row, which its hash is of: the hash before, a line's end, and the fields in this order as a
 * JSON array that begins with the version of the form. Nothing of it can be moved from one field to the next.
 */
export const chainText = (row: ChainContent, previous: string): string =>
  `${previous}\n${JSON.stringify([
    1,
    row.seq,
    row.at,
    row.actor,
    row.actorKind,
    row.role,
    row.source,
    row.signedInBy,
    row.action,
    row.resource,
    row.cluster,
    row.director,
    row.reason,
    row.ticket,
    row.before,
    row.after,
    row.revision,
    row.generation,
    row.release,
    row.outcome,
  ])}`;

/** A row with its link behind the one with the hash `previous`. */
export const linked = (row: ChainContent, previous: string, sha256: Sha256): ChainRow => ({
  ...row,
  previous,
  hash: sha256(chainText(row, previous)),
});
