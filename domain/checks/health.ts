import type { CheckOutcome } from './check-outcome.ts';

/** `unchecked`: no verdict yet; such a destination stays as it stands. */
export const healthVerdicts = ['passing', 'failing', 'unchecked'] as const;
export type HealthVerdict = (typeof healthVerdicts)[number];

/**
 * What a director's agent knows of a destination by its check.
 *
 * Times are milliseconds on the clock of whoever holds it: the agent's own, or the console's since 1970.
 */
export interface Health {
  readonly verdict: HealthVerdict;
  /** When the verdict became that; null while there is none. */
  readonly since: number | null;
  /** Results in a row that are like the last one. */
  readonly streak: number;
  /** When the first of them ended; null before the first. */
  readonly streakSince: number | null;
  /** Results in a row, like the last one, that it takes to change the verdict: more than `rise` where it flaps. */
  readonly needed: number;
  readonly last: CheckedLast | null;
  /** Failing verdicts of the last ten minutes, with this one. */
  readonly falls: number;
}

export interface CheckedLast {
  readonly passed: boolean;
  readonly outcome: CheckOutcome;
  /** When it ended. */
  readonly at: number;
}

/** A destination's health on one director, as the console shows it; times by the console's clock. */
export interface ObservedHealth extends Health {
  /** Whether it has weight 0 because of it. A failing one that isn't out is kept in service by the guard. */
  readonly out: boolean;
}

/**
 * Passing checks in a row that ended after a moment, on the same clock: none while the last one failed.
 *
 * A streak that began before the moment has its results spread evenly over its time, as checks are.
 */
export function freshPasses({ last, streak, streakSince }: Health, after: number): number {
  if (!last?.passed || streakSince === null || last.at <= after) return 0;
  if (streakSince > after) return streak;
  const spacing = (last.at - streakSince) / Math.max(1, streak - 1);
  return spacing <= 0 ? streak : Math.min(streak, Math.ceil((last.at - after) / spacing));
}
