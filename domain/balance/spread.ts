/** How evenly destinations are used for their weight, in numbers that other tools print, too. */
export interface Spread {
  /** The most used destination against the mean; 1 is even. */
  readonly maxToMean: number;
  /** Jain's fairness index, (Σx)² / (n·Σx²): 1 is even, 1/n is all on one of n. */
  readonly jain: number;
  /** Standard deviation against the mean; 0 is even. Jain's index is 1 / (1 + its square). */
  readonly variation: number;
}

/** The spread of counts, each divided by its expected share (above 0); null where there are none. */
export function spreadOf(counts: ArrayLike<number>, shares: readonly number[]): Spread | null {
  const used = shares.map((share, index) => (counts[index] ?? 0) / share);
  const mean = used.reduce((sum, x) => sum + x, 0) / used.length;
  if (used.length < 2 || mean === 0) return null;
  const squares = used.reduce((sum, x) => sum + x * x, 0) / used.length;
  return {
    maxToMean: Math.max(...used) / mean,
    jain: (mean * mean) / squares,
    variation: Math.sqrt(Math.max(0, squares / (mean * mean) - 1)),
  };
}
