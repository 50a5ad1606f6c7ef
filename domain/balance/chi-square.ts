import { logGamma } from './log-gamma.ts';

/**
 * The chance (0–1) that counts drawn fairly by `expected` differ from it as much as `observed` does, or more.
 *
 * Pearson's test; every expected count must be above 0, and the result is good where each is 5 or more.
 */
export function chiSquareP(observed: readonly number[], expected: readonly number[]): number {
  let statistic = 0;
  for (const [index, count] of expected.entries()) statistic += ((observed[index] ?? 0) - count) ** 2 / count;
  const freedom = expected.length - 1;
  return freedom < 1 ? 1 : upperGamma(freedom / 2, statistic / 2);
}

/**
 * The regularised upper incomplete gamma function Q(a, x) for a > 0 and x ≥ 0.
 *
 * By its series below x = a + 1 and by Lentz's continued fraction above, where each converges fast (DLMF 8.7, 8.9).
 */
function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1;
  const scale = Math.exp(-x + a * Math.log(x) - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 1000 && Math.abs(term) > Math.abs(sum) * 1e-15; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.max(0, 1 - sum * scale);
  }
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 1000; n++) {
    const factor = -n * (n - a);
    b += 2;
    d = 1 / nonZero(factor * d + b, tiny);
    c = nonZero(b + factor / c, tiny);
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return scale * fraction;
}

const nonZero = (value: number, tiny: number): number => (Math.abs(value) < tiny ? tiny : value);
