/** Two revisions that are compared. */
export interface ComparedPair {
  readonly from: number;
  readonly to: number;
}

/** The pair that a URL names as `11,14`; null when it names none. */
export function parseComparedPair(text: string): ComparedPair | null {
  const parts = /^(\d{1,9}),(\d{1,9})$/.exec(text);
  return parts ? { from: Number(parts[1]), to: Number(parts[2]) } : null;
}

export const comparedPairText = ({ from, to }: ComparedPair): string => `${from},${to}`;
