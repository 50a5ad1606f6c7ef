import { logGamma } from './log-gamma.ts';

/**
 * ln of the evidence (an e-value) that counts were not drawn by these shares (each above 0, together 1).
 *
 * It is how much better the counts fit a mixture of other shares than the promised ones. Taken after each connection,
 * such a ratio is a martingale that starts at 1, so the chance that it ever reaches 1/α under the promised shares, however
 * often one looks, is at most α (Ville's inequality). No count is too small for it. See Lindon and Malek, "Anytime-Valid
 * Inference for Multinomial Count Data" (NeurIPS 2022).
 *
 * Half of the mixture spreads over all shares (Dirichlet around the promise), and half has one destination stand out of
 * the others (Beta ½, ½), which is found sooner where there are many.
 */
export function logEvidence(counts: ArrayLike<number>, shares: readonly number[]): number {
  const sum = sumOf(counts);
  const all = spreadEvidence(counts, shares, sum);
  if (shares.length < 3) return all;
  const one = standOutEvidence(counts, shares, sum);
  const most = Math.max(all, one);
  return most + Math.log((Math.exp(all - most) + Math.exp(one - most)) / 2);
}

/** How far the mixture's shares are from the promise: each destination weighs as two connections at its share. */
const concentration = 2;

function spreadEvidence(counts: ArrayLike<number>, shares: readonly number[], sum: number): number {
  const total = concentration * shares.length;
  let log = logGamma(total) - logGamma(total + sum);
  for (const [index, share] of shares.entries()) {
    const count = counts[index] ?? 0;
    if (count === 0) continue;
    log += logGamma(total * share + count) - logGamma(total * share) - count * Math.log(share);
  }
  return log;
}

function standOutEvidence(counts: ArrayLike<number>, shares: readonly number[], sum: number): number {
  const logs = shares.map((share, index) => {
    const count = counts[index] ?? 0;
    const mixed = logGamma(count + 0.5) + logGamma(sum - count + 0.5) - logGamma(sum + 1) - Math.log(Math.PI);
    return mixed - count * Math.log(share) - (sum - count) * Math.log1p(-share);
  });
  const most = Math.max(...logs);
  return most + Math.log(logs.reduce((all, log) => all + Math.exp(log - most), 0) / logs.length);
}

/** The part of the connections (0–1) that stands on another destination than the shares promise. */
export function misplacedShare(counts: ArrayLike<number>, shares: readonly number[]): number {
  const sum = sumOf(counts);
  if (sum === 0) return 0;
  let apart = 0;
  for (const [index, share] of shares.entries()) apart += Math.abs((counts[index] ?? 0) / sum - share);
  return apart / 2;
}

export function sumOf(counts: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < counts.length; index++) sum += counts[index] ?? 0;
  return sum;
}
