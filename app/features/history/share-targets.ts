import type { Annotation } from '../../../domain/history/history-answer.ts';
import type { ChartRange } from '../../ui/chart/chart-data.ts';
import type { ChartTargets } from '../../ui/chart/chart-paint.ts';
import type { DrawnRow } from './destination-lines.ts';
import type { HistoryPlace, PromisedShares } from './history-place.ts';

/**
 * Where the shares of a stack should end now, from the last change on: what weights there were before isn't known.
 *
 * Null where nothing is promised, or only some of the destinations are drawn.
 */
export function shareTargets(
  promised: PromisedShares,
  places: readonly HistoryPlace[],
  drawn: readonly DrawnRow[],
  annotations: readonly Annotation[],
  range: ChartRange,
): ChartTargets | null {
  const parts: { share: number; colour: string }[] = [];
  const left = new Map(places.map(({ destination }) => [destination, promised.shares.get(destination) ?? null]));
  if ([...left.values()].every((share) => share === null)) return null;
  for (const { row, colour } of drawn) {
    if (!row) continue;
    parts.push({ share: left.get(row.destination) ?? 0, colour });
    left.delete(row.destination);
  }
  const others = drawn.find(({ row }) => row === null);
  const rest = [...left.values()].reduce<number>((sum, share) => sum + (share ?? 0), 0);
  if (others) parts.push({ share: rest, colour: others.colour });
  // Somebody chose a few: their shares are of the whole, and where one ends says nothing about the next.
  else if (rest > 0) return null;
  const last = annotations.findLast(({ kind, outcome }) => kind !== 'director' && outcome === 'done');
  return { since: Math.max(range.from, last?.at ?? range.from), parts };
}
