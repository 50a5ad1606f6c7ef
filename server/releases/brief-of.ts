import type { ReleaseBrief } from '../../domain/release/release-view.ts';
import type { LiveRelease } from './live-release.ts';

/** A release in a line. */
export function briefOf({ plan, state, reason }: LiveRelease): ReleaseBrief {
  const { status, step, wave, halt, stepSince, endedAt } = state;
  return { id: plan.id, reason, waves: plan.waves.length, status, step, wave, halt, stepSince, endedAt };
}
