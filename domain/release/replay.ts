import { beginRelease } from './begin-release.ts';
import { next } from './next.ts';
import type { ReleaseEntry } from './release-event.ts';
import type { ReleasePlan } from './release-plan.ts';
import type { ReleaseState } from './release-state.ts';

/** The state that a release's entries lead to, from `beganAt` (milliseconds since 1970) on. */
export const replay = (plan: ReleasePlan, beganAt: number, entries: readonly ReleaseEntry[]): ReleaseState =>
  entries.reduce((state, { event, at }) => next(plan, state, event, at), beginRelease(plan, beganAt));
