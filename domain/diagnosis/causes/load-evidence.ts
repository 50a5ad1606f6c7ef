import { effectiveCounts } from '../../balance/load.ts';
import { judgedLoad } from '../../balance/load-judgement.ts';
import { misplacedShare } from '../../balance/share-evidence.ts';
import type { RowSight, ServiceSight } from '../sight.ts';

/** Part of the active connections that must be misplaced where the scheduler doesn't look at them at all. */
const worthSaying = 0.2;

/** Whether ActiveConn is by far not as the weights, judged as load is; false before a minute has passed. */
export function isActiveUneven({ serving, record, key }: ServiceSight): boolean {
  const shares = serving.map((row) => row.expected);
  if (shares.length < 2 || shares.some((share) => share === 0)) return false;
  const counts = effectiveCounts('sed', serving);
  const seconds = record.memory.shares.of(key)?.test?.seconds ?? 0;
  return misplacedShare(counts, shares) >= worthSaying && judgedLoad(counts, shares, seconds, 60).kind === 'skewed';
}

/** The destination whose active connections are the most, or the fewest, for its share. */
export function byActive(serving: readonly RowSight[], which: 'most' | 'fewest'): RowSight | null {
  const sorted = serving.toSorted((a, b) => a.activeConn * b.expected - b.activeConn * a.expected);
  return (which === 'most' ? sorted.at(-1) : sorted[0]) ?? null;
}

/** ActiveConn of a row, and what it would be by its share. */
export function activeFigures(row: RowSight, serving: readonly RowSight[]) {
  const all = serving.reduce((sum, one) => sum + one.activeConn, 0);
  return { activeConn: row.activeConn, activeExpected: Math.round(all * row.expected) };
}
