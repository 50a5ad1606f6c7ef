import type { DestinationKeyText } from '../lvs/destination-key.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import type { Difference } from '../plan/plan.ts';
import type { AcceptedDrift, Stands } from './accepted-drift.ts';

/** One place where a kernel differs from what is desired there, seen from three sides. */
export interface DriftItem {
  /** As `stepTarget` names it: re-applying it alone confines the intent to this. */
  readonly target: string;
  readonly service: ServiceKeyText | null;
  readonly destination: DestinationKeyText | null;
  /** The real server's name, where the place is a destination. */
  readonly realServer: string | null;
  /** `missing`: desired and not in the kernel. `extra`: in the kernel and not desired. */
  readonly kind: 'missing' | 'extra' | 'differs';
  readonly sides: readonly DriftSide[];
  /** What accepting it would lay over the definition. */
  readonly stands: Stands;
  /** What else goes with it: the destinations of an extra service, more timeouts, the second number of a sysctl. */
  readonly alsoStands: readonly Stands[];
  /** The line that re-applying would run. */
  readonly line: string;
  /** Why it can't become part of the definition, as a code of the message catalogues; null when it can. */
  readonly notAdoptable: string | null;
  /** Why it can't be left as it stands, likewise. */
  readonly notIgnorable: string | null;
}

/** A field on three sides, as ipvsadm prints it; null where a side has nothing there, or is not known. */
export interface DriftSide {
  readonly field: Difference['field'] | 'whole';
  readonly desired: string | null;
  /** What the last apply on this director left, by its read-back. */
  readonly applied: string | null;
  readonly kernel: string | null;
}

/** An accepted drift as a screen shows it: what stands, and whether it still stands in the kernel so. */
export interface AcceptedRow extends AcceptedDrift {
  readonly director: string;
  readonly target: string;
  /** False once the kernel or the definition has something else there. */
  readonly holds: boolean;
}

/** What a step of the plan says about its place; the rest of an item is the same for all of them. */
export type DriftPlace = Omit<DriftItem, 'line' | 'notAdoptable'>;
