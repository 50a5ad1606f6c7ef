/** What somebody may have done to a log that doesn't fit. */
export const breakKinds = ['edited', 'deleted', 'inserted', 'reordered', 'tail-cut', 'rewritten'] as const;
export type BreakKind = (typeof breakKinds)[number];

/** Where a log is first not as it was written. */
export interface ChainBreak {
  readonly kind: BreakKind;
  /** The first row concerned, by its number: for `deleted` and `tail-cut` it isn't there any more. */
  readonly seq: number;
  /** The last row concerned; null when that can't be told. For `rewritten` one or more of them are others. */
  readonly upTo: number | null;
  /** By what it was found: the rows themselves, the console's own checkpoints, or somebody who holds some. */
  readonly foundBy: 'rows' | 'checkpoint' | 'witness';
  /** The witness, for `foundBy: 'witness'`. */
  readonly by: string | null;
}

/** What the log's hash was at a row by somebody's word, whose signature was checked; `by` null for the log's own. */
export interface Mark {
  readonly seq: number;
  readonly hash: string;
  readonly by: string | null;
}

/** Somebody's marks that the log agrees with. */
export interface Agreement {
  readonly by: string | null;
  readonly count: number;
  /** The newest of them. */
  readonly upTo: number;
}

export interface ChainVerdict {
  /** Rows that were looked at. */
  readonly rows: number;
  /** The last row that fits; null when none does. */
  readonly last: { readonly seq: number; readonly hash: string } | null;
  readonly broken: ChainBreak | null;
  readonly agreed: readonly Agreement[];
}
