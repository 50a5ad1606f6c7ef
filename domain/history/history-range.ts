import { minutes, seconds, storedTiers, type Tier, tenMinutes } from './tiers.ts';

/** Which points answer a question about a time. */
export interface HistoryRange {
  readonly tier: Tier;
  /** Points of the tier that make one point of the answer. */
  readonly per: number;
  /** Milliseconds since 1970 at which the first point begins: a whole multiple of `step`. */
  readonly start: number;
  /** Milliseconds from point to point of the answer. */
  readonly step: number;
  readonly count: number;
}

/** Points a reader may ask for. */
export const mostPoints = 2000;

/** What is kept longer than said: “the last ten minutes” is a little more when it arrives. */
const leeway = 30_000;

const niceSteps = [1, 2, 5, 10, 15, 20, 30].map((count) => count * seconds.step);
const niceMinutes = [1, 2, 3, 5, 10, 20, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200, 14_400];
const steps = [...niceSteps, ...niceMinutes.map((count) => count * minutes.step)];

/**
 * The points from `from` to `to` (milliseconds since 1970), `points` of them at most, from the coarsest tier that is
 * fine enough and goes back far enough at the moment `now`.
 */
export function historyRange(from: number, to: number, points: number, now: number): HistoryRange {
  const asked = Math.max(1, to - from) / points;
  const reaches = (tier: Tier) => from >= now - tier.kept - leeway;
  const fineEnough = [...storedTiers].reverse().find((tier) => tier.step <= asked && reaches(tier));
  const tier = fineEnough ?? [seconds, ...storedTiers].find(reaches) ?? tenMinutes;
  const step = steps.find((nice) => nice >= asked && nice % tier.step === 0 && nice >= tier.step) ?? asked;
  const whole = Math.max(tier.step, Math.ceil(step / tier.step) * tier.step);
  const start = Math.floor(from / whole) * whole;
  return { tier, per: whole / tier.step, start, step: whole, count: Math.max(1, Math.ceil((to - start) / whole)) };
}
