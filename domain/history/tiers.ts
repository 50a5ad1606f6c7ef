/** How finely and how long history is kept. */
export interface Tier {
  /** What blocks are keyed by; never used again for another step. */
  readonly number: number;
  /** Milliseconds from point to point. */
  readonly step: number;
  /** Points of a block: blocks begin at whole multiples of their length since 1970. */
  readonly points: number;
  /** Milliseconds that it is kept. */
  readonly kept: number;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** In memory alone. */
export const seconds: Tier = { number: 0, step: second, points: 60, kept: 10 * minute };

export const tenSeconds: Tier = { number: 1, step: 10 * second, points: 60, kept: day };
export const minutes: Tier = { number: 2, step: minute, points: 60, kept: 31 * day };
export const tenMinutes: Tier = { number: 3, step: 10 * minute, points: 72, kept: 366 * day };

/** Those on disk, finest first. */
export const storedTiers: readonly Tier[] = [tenSeconds, minutes, tenMinutes];

export const blockLength = ({ step, points }: Tier): number => step * points;

/** When the block begins that has the moment `at`. Both in milliseconds since 1970. */
export const blockStart = (tier: Tier, at: number): number => Math.floor(at / blockLength(tier)) * blockLength(tier);

/** When the blocks begin that have something between two moments, the second one not included. */
export function blockStarts(tier: Tier, from: number, to: number): number[] {
  const starts: number[] = [];
  for (let start = blockStart(tier, from); start < to; start += blockLength(tier)) starts.push(start);
  return starts;
}
