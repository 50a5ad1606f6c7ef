import type { Layout } from '../observation/history.ts';

/** A sample with all its numbers, as a `History` took it. */
export interface Sampled {
  readonly table: Layout;
  /** Milliseconds on the director's boot-time clock. */
  readonly kernelTime: number;
  /** Milliseconds since 1970 on the console's clock. */
  readonly receivedAt: number;
  readonly numbers: Float64Array;
}

/** Two samples further apart than this are a gap: one that is missing is bridged, two are not. Milliseconds. */
export const largestPassage = 2_500;

/** The time from one sample to the next, when nothing happened in between that makes counters incomparable. */
export interface Passage {
  readonly from: Sampled;
  readonly to: Sampled;
  /** Hundredths of a second on the director's clock. */
  readonly covered: number;
  /** The seconds since 1970 that it stands for, of which it fills one as a rule. */
  readonly firstSecond: number;
  readonly lastSecond: number;
}

/**
 * What is between neighbouring samples; null for a gap: samples missing, the director rebooted, or one of the clocks
 * jumped.
 */
export function passagesOf(samples: readonly Sampled[]): (Passage | null)[] {
  return samples.slice(1).map((to, index) => passage(samples[index] as Sampled, to));
}

function passage(from: Sampled, to: Sampled): Passage | null {
  const passed = to.kernelTime - from.kernelTime;
  const passedHere = to.receivedAt - from.receivedAt;
  if (from.table.bootId !== to.table.bootId) return null;
  if (passed <= 0 || passed > largestPassage || passedHere < 0 || passedHere > largestPassage * 2) return null;
  const lastSecond = Math.floor(to.receivedAt / 1000);
  return {
    from,
    to,
    // Of the rounded times and not rounded itself, or it would be wrong by the same bit each second.
    covered: Math.max(1, Math.round(to.kernelTime / 10) - Math.round(from.kernelTime / 10)),
    // Samples come a little early or late: a second without one belongs to the next, and isn't missing.
    firstSecond: Math.max(Math.min(lastSecond, Math.floor(from.receivedAt / 1000) + 1), lastSecond - 2),
    lastSecond,
  };
}
