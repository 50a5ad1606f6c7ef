import type { Problem } from '../../../domain/definition/change.ts';
import type { Definition } from '../../../domain/definition/definition.ts';
import type { ServiceDefinition } from '../../../domain/definition/service-definition.ts';
import type { Preview } from '../../../domain/display/preview.ts';
import type { ServiceKeyText } from '../../../domain/lvs/service-key.ts';
import type { AskedChange } from '../../../domain/revision/asked-change.ts';

/** What somebody wrote to apply a change. */
export interface WrittenReason {
  readonly reason: string;
  readonly confirm: string | null;
  readonly takeOver: ServiceKeyText[];
  /** The director that goes first; null for all at once. */
  readonly first: string | null;
  /** Goes below the capacity guard; for administrators only. */
  readonly overGuard: boolean;
}

/** A text or choice and its setter, as `useState` gives them. */
export type Held<Value> = readonly [Value, (value: Value) => void];

/** The text of the reason and its setter. */
export type ReasonDraft = Held<string>;

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

/** Three definitions that a conflict is between. */
export interface MergeSides {
  /** The revision that the change was made on. */
  readonly base: { readonly revision: number; readonly definition: Definition };
  readonly mine: Definition;
  readonly theirs: { readonly revision: number; readonly definition: Definition };
}

/** A change that can be looked at before it is made. */
export interface ChangeRequest {
  readonly cluster: string;
  readonly preview: () => Promise<Preview | { readonly ok: false; readonly conflict: Conflict }>;
  readonly apply: (written: WrittenReason) => Promise<Outcome>;
  /** Whether a director may go first. */
  readonly takesFirst?: boolean;
  /** How to put what was written on top of what somebody else wrote; without it there can be no conflict. */
  readonly merging?: {
    readonly sides: (newest: number) => Promise<MergeSides>;
    /** From now on the change is this definition, on that revision. */
    readonly take: (revision: number, merged: Definition) => Promise<void>;
  };
  /** The one virtual service that it changes, as it is and as it would be: its recent traffic can be replayed. */
  readonly replaying?: () => Promise<{ readonly before: ServiceDefinition; readonly after: ServiceDefinition } | null>;
  /** How to put it aside instead of applying it; what isn't a change of the definition can't be. */
  readonly keeping?: {
    readonly change: () => { readonly base: number; readonly change: AskedChange };
    readonly onKept?: () => void;
  };
}
