import type { ReleaseEntry } from '../../domain/release/release-event.ts';
import type { ReleasePlan } from '../../domain/release/release-plan.ts';
import type { ReleaseState } from '../../domain/release/release-state.ts';

/** Newest entries of a release that are kept in memory and shown. */
export const keptEntries = 500;

/** A release as the console knows it: what it was started with, and where it stands after its newest event. */
export interface LiveRelease {
  readonly plan: ReleasePlan;
  readonly startedBy: string;
  readonly startedAt: number;
  readonly reason: string;
  readonly state: ReleaseState;
  /** Of the newest event; 0 before the first. */
  readonly seq: number;
  /** The newest of them, oldest first. */
  readonly entries: readonly ReleaseEntry[];
}
