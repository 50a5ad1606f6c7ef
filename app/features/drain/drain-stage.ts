import { unknownAfter } from '../../../domain/display/director-state.ts';
import { isDrain } from '../../../domain/overlay/overlay.ts';
import type { DrainPlace } from './drain-places.ts';
import type { DrainAction } from './drain-request.ts';

/** How far a drain or a return is, on all directors taken together: its slowest place decides. */
export type DrainStage =
  /** Nothing young enough is known of any place. */
  | 'silent'
  /** A kernel doesn't show it yet. */
  | 'waiting'
  /** Weight 0 in every kernel that reports; connections are left. */
  | 'draining'
  /** Only persistence templates are left. */
  | 'templates'
  | 'drained'
  /** Returned, and every kernel that reports has the written weight, or as much of it as its ramp gives. */
  | 'serving'
  /** Returned, and still out until fresh checks pass. */
  | 'awaiting-checks'
  /** Returned, and still out for another reason. */
  | 'stays-out';

/**
 * `at` in milliseconds since 1970 on the console's clock. Directors that are silent are left out: they can’t say more,
 * and what stands on their rows tells it.
 */
export function drainStage(places: readonly DrainPlace[], action: DrainAction, at: number): DrainStage {
  const heard = places.filter(
    ({ director }) => director.receivedAt !== null && at - director.receivedAt <= unknownAfter,
  );
  if (heard.length === 0) return 'silent';
  const states = heard.map(({ row }) => row.state);
  if (action === 'return') {
    if (states.every(({ kind }) => kind === 'serving' || kind === 'quiesced')) return 'serving';
    if (heard.some(({ row }) => row.returning?.phase === 'awaiting-checks')) return 'awaiting-checks';
    return heard.some(({ row }) => row.outBy.some(isDrain)) ? 'stays-out' : 'waiting';
  }
  if (states.every(({ kind }) => kind === 'drained')) return 'drained';
  if (!states.every(({ kind }) => kind === 'drained' || kind === 'draining')) return 'waiting';
  return states.some((state) => state.kind === 'draining' && state.activeConn > 0) ? 'draining' : 'templates';
}
