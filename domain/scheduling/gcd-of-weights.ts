/** The greatest common divisor of the weights above 0; 0 when there is none. */
export const gcdOfWeights = (weights: readonly number[]): number =>
  weights.filter((weight) => weight > 0).reduce((divisor, weight) => gcd(weight, divisor), 0);

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
