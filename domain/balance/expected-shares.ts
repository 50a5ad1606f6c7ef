import { usesWeights } from '../lvs/scheduler.ts';

/** What a scheduler spreads by weight: new connections, or the connections that stand. */
export type ShareBasis = 'new-connections' | 'load';

/** The schedulers that look at the connections a destination has (`ip_vs_wlc.c`, `ip_vs_lc.c`, `ip_vs_sed.c`…). */
const byLoad = new Set(['lc', 'wlc', 'sed', 'nq']);

export const shareBasis = (scheduler: string): ShareBasis => (byLoad.has(scheduler) ? 'load' : 'new-connections');

/**
 * The share (0–1) that a scheduler promises each destination, in their order; null where it promises none.
 *
 * fo gives all to the heaviest; ovf fills one after another, so no share is promised.
 */
export function expectedShares(scheduler: string, weights: readonly number[]): (number | null)[] {
  if (scheduler === 'ovf') return weights.map((weight) => (weight > 0 ? null : 0));
  const serving = scheduler === 'fo' ? onlyHeaviest(weights) : weights;
  const parts = serving.map((weight) => (usesWeights(scheduler) ? weight : Math.min(weight, 1)));
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => (sum === 0 ? null : part / sum));
}

function onlyHeaviest(weights: readonly number[]): number[] {
  const heaviest = weights.indexOf(Math.max(...weights));
  return weights.map((weight, index) => (index === heaviest ? weight : 0));
}
