import type { Problem } from '../../../domain/definition/change.ts';
import type { Preview } from '../../../domain/display/preview.ts';
import type { ServiceKeyText } from '../../../domain/lvs/service-key.ts';

/** What somebody wrote to apply a change. */
export interface WrittenReason {
  readonly reason: string;
  readonly confirm: string | null;
  readonly takeOver: ServiceKeyText[];
}

/** The text of the reason and its setter, as `useState` gives them. */
export type ReasonDraft = readonly [string, (reason: string) => void];

/** Somebody else changed the cluster while the form was open. */
export interface Conflict {
  readonly revision: number;
  readonly by: string;
  readonly reason: string;
  readonly at: number;
}

export type Outcome =
  | { readonly ok: true; readonly generation: number; readonly revision: number | null }
  | { readonly ok: false; readonly conflict: Conflict }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A change that can be looked at before it is made. */
export interface ChangeRequest {
  readonly cluster: string;
  readonly preview: () => Promise<Preview>;
  readonly apply: (written: WrittenReason) => Promise<Outcome>;
  /** After a conflict: from now on the change is based on this revision. */
  readonly rebase?: (revision: number) => void;
}
