import type { Definition } from '../definition/definition.ts';

/** A revision in a list: who wrote it, and how much differs from the one before. */
export interface RevisionRow {
  readonly number: number;
  readonly author: string;
  readonly reason: string;
  /** Milliseconds since 1970 on the console's clock. */
  readonly at: number;
  /** The first intent that carried it; null when none did. */
  readonly generation: number | null;
  /** Virtual services against the revision before. */
  readonly counts: { readonly added: number; readonly changed: number; readonly removed: number };
  readonly settingsChanged: boolean;
}

/** A revision in full. Number 0 is the empty definition that every cluster begins with: no author, written at 0. */
export interface Revision {
  readonly number: number;
  readonly author: string;
  readonly reason: string;
  readonly at: number;
  readonly definition: Definition;
}
