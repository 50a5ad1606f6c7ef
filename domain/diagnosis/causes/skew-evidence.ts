import type { Figures } from '../figures.ts';
import type { SkewEvidence } from '../finding.ts';
import type { RowSight, ServiceSight } from '../sight.ts';

/** The destination furthest above its share, of those that serve; null where none does. */
export const furthestAbove = (serving: readonly RowSight[]): RowSight | null =>
  serving.reduce<RowSight | null>((a, b) => (a && a.got - a.expected >= b.got - b.expected ? a : b), null);

/** The destination that gets the least for its share. */
export const furthestBelow = (serving: readonly RowSight[]): RowSight | null =>
  serving.reduce<RowSight | null>((a, b) => (a && a.got * b.expected <= b.got * a.expected ? a : b), null);

/** What shows a skew; null where a service isn't found skewed. */
export function skewOf({ balance: { verdict }, rows, serving }: ServiceSight): SkewEvidence | null {
  const most = furthestAbove(serving);
  if (verdict.kind !== 'skewed' || !most) return null;
  return {
    connections: verdict.connections,
    seconds: verdict.seconds,
    pValue: verdict.pValue,
    most: most.key,
    mostShare: most.got,
    mostExpected: most.expected,
    persistConn: most.persistConn,
    persistConnAll: rows.reduce((sum, row) => sum + row.persistConn, 0),
  };
}

/** The same as figures. */
export const skewFigures = (skew: SkewEvidence): Figures => ({
  got: skew.mostShare,
  expected: skew.mostExpected,
  connections: skew.connections,
  seconds: Math.round(skew.seconds),
  chance: skew.pValue,
});
