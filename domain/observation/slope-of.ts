export interface Point {
  /** Milliseconds. */
  readonly at: number;
  readonly value: number;
}

/** Milliseconds that points must cover before anything is said of them, and how many there must be. */
const leastTime = 10_000;
const leastPoints = 4;

/**
 * How much a number changes a minute, as the median of the slopes between all pairs of points (Theil–Sen): up to a
 * quarter of the points may be far off without moving it. Null when there is too little to say.
 *
 * Its work grows with the square of the points; 20 of them are enough.
 */
export function slopeOf(points: readonly Point[]): number | null {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < leastPoints || last.at - first.at < leastTime) return null;
  const slopes: number[] = [];
  for (const [index, from] of points.entries())
    for (const to of points.slice(index + 1))
      if (to.at > from.at) slopes.push(((to.value - from.value) / (to.at - from.at)) * 60_000);
  slopes.sort((a, b) => a - b);
  const middle = slopes.length / 2;
  const upper = slopes[Math.floor(middle)];
  if (upper === undefined) return null;
  return Number.isInteger(middle) ? (upper + (slopes[middle - 1] ?? upper)) / 2 : upper;
}
