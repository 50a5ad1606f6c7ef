/** The middle of some numbers; the lower one of two. Throws when there are none. */
export function median(numbers: readonly number[]): number {
  const middle = [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)];
  if (middle === undefined) throw new RangeError('there is no median of nothing');
  return middle;
}
