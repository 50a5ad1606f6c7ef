import type { DeadlineAction, DrainMode } from '../../../domain/overlay/overlay.ts';
import { typedDuration } from './typed-duration.ts';

/** How a drain is to go, while somebody chooses. */
export interface DrainSettings {
  readonly mode: DrainMode;
  /** As it is typed: `10 min`; empty for none. */
  readonly deadline: string;
  readonly atDeadline: DeadlineAction;
  readonly ignoresPersistence: boolean;
  /** Below the guard, as an administrator may decide. */
  readonly overGuard: boolean;
}

/** What is done when nothing is chosen: it harms nobody. */
export const gentleDrain: DrainSettings = {
  mode: 'wait',
  deadline: '',
  atDeadline: 'ask',
  ignoresPersistence: false,
  overGuard: false,
};

/** Seconds until the deadline, null for none; undefined where what was typed is no time. */
export function deadlineIn({ deadline, mode }: Pick<DrainSettings, 'deadline' | 'mode'>): number | null | undefined {
  // What is cut is over at once.
  if (mode === 'cut' || deadline.trim() === '') return null;
  return typedDuration(deadline) ?? undefined;
}
