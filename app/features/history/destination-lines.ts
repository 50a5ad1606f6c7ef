import type { HistoryField } from '../../../domain/history/fields.ts';
import type { HistoryAnswer, HistoryRow } from '../../../domain/history/history-answer.ts';
import { rowId } from './history-window.ts';

type List = readonly (number | null)[];

/** How many colours there are to tell lines apart; what is more goes into “others”. */
export const mostLines = 12;

/** A destination, or all others, as it is drawn in every chart of a page: same name, same colour. */
export interface DrawnRow {
  readonly id: string;
  readonly label: string;
  readonly colour: string;
  /** Null for the others together. */
  readonly row: HistoryRow | null;
}

export const seriesColour = (index: number): string => `var(--series-${(index % mostLines) + 1})`;

/**
 * Who is drawn, in the order of `order` (ids): the listed destinations, and the others as one when the sum has more.
 * `label` names a destination.
 */
export function drawnRows(
  { rows, unlisted }: Pick<HistoryAnswer, 'rows' | 'unlisted'>,
  order: readonly string[],
  label: (row: HistoryRow) => string,
  others: string | null,
): DrawnRow[] {
  const place = new Map(order.map((id, index) => [id, index]));
  const sorted = rows.toSorted((a, b) => (place.get(rowId(a)) ?? order.length) - (place.get(rowId(b)) ?? order.length));
  const drawn = sorted.map((row, index): DrawnRow => {
    return { id: rowId(row), label: label(row), colour: seriesColour(index), row };
  });
  if (others !== null && unlisted > 0)
    drawn.push({ id: 'others', label: others, colour: 'var(--series-others)', row: null });
  return drawn;
}

/** The numbers of a drawn row; of the others what the listed ones leave of the sum. */
export function listOf(answer: HistoryAnswer, drawn: DrawnRow, field: HistoryField): List {
  if (drawn.row) return drawn.row.fields[field] ?? [];
  const sum = answer.fields[field] ?? [];
  const rows = answer.rows.map((row) => row.fields[field] ?? []);
  return sum.map((whole, point) => {
    if (whole === null) return null;
    // Sums are rounded to a thousandth, and so is each part.
    return Math.max(0, Math.round((whole - rows.reduce((known, list) => known + (list[point] ?? 0), 0)) * 1000) / 1000);
  });
}

/** The sum of what is drawn: the whole when nobody is left out. */
export function sumOf(answer: HistoryAnswer, drawn: readonly DrawnRow[], field: HistoryField): List {
  const whole = answer.fields[field] ?? [];
  const isWhole = answer.unlisted === 0 || drawn.some(({ row }) => row === null) || drawn.length === 0;
  if (isWhole) return whole;
  const lists = drawn.map((row) => listOf(answer, row, field));
  return whole.map((_, point) => {
    const known = lists.map((list) => list[point]).filter((value) => value != null);
    return known.length === 0 ? null : known.reduce((sum: number, value) => sum + (value ?? 0), 0);
  });
}
