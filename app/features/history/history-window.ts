import type { FieldLists, HistoryField } from '../../../domain/history/fields.ts';
import type { HistoryAnswer, HistoryRow } from '../../../domain/history/history-answer.ts';

type List = readonly (number | null)[];

/** What to ask for so that the newest points of a window are known again: they had only begun. */
export function newestAsked({ start, step, count }: HistoryAnswer, now: number) {
  const last = start + Math.max(0, count - 1) * step;
  const from = Math.floor((last - 3_000) / step) * step;
  const points = Math.max(1, Math.ceil((now - from) / step));
  // As many points as steps: any other number would be answered in another step.
  return { from, to: from + points * step, points };
}

/**
 * A window with newer numbers in it, from `from` (milliseconds since 1970) on; null when they don't fit, as their steps
 * are others.
 */
export function withNewer(held: HistoryAnswer, newer: HistoryAnswer, from: number): HistoryAnswer | null {
  const { step } = held;
  const offset = (newer.start - held.start) / step;
  if (newer.step !== step || !Number.isInteger(offset) || offset < 0) return null;
  const dropped = Math.min(offset, Math.max(0, Math.floor((from - held.start) / step)));
  const joined = (old: List | undefined, fresh: List | undefined): List => {
    const list: (number | null)[] = (old ?? []).slice(dropped, offset);
    while (list.length < offset - dropped) list.push(null);
    if (fresh) return list.concat(fresh);
    return list.concat(Array.from({ length: newer.count }, () => null));
  };
  const lists = (old: FieldLists, fresh: FieldLists | undefined): FieldLists =>
    Object.fromEntries(
      (Object.keys(old) as HistoryField[]).map((field) => [field, joined(old[field], fresh?.[field])]),
    );
  const ofRow = new Map(newer.rows.map((row) => [rowId(row), row]));
  return {
    start: held.start + dropped * step,
    step,
    count: offset - dropped + newer.count,
    fields: lists(held.fields, newer.fields),
    rows: held.rows.map((row) => ({ ...row, fields: lists(row.fields, ofRow.get(rowId(row))?.fields) })),
    unlisted: held.unlisted,
  };
}

export const rowId = ({ service, destination }: Pick<HistoryRow, 'service' | 'destination'>): string =>
  `${service} ${destination}`;

/** A sample may take as long as this to come: what is younger and unknown is not missing yet. Milliseconds. */
const onItsWay = 3_000;

/** Without the points that lie behind `now`, and without the newest that nothing can be known of yet. */
export function until(answer: HistoryAnswer, now: number): HistoryAnswer {
  const { start, step, fields } = answer;
  let count = Math.max(0, Math.min(answer.count, Math.ceil((now - start) / step)));
  const isUnknown = (point: number) => Object.values(fields).every((list) => list[point] == null);
  while (count > 0 && start + (count - 1) * step > now - onItsWay && isUnknown(count - 1)) count -= 1;
  if (count === answer.count) return answer;
  const cut = (fields: FieldLists): FieldLists =>
    Object.fromEntries(Object.entries(fields).map(([field, list]) => [field, list.slice(0, count)]));
  return {
    ...answer,
    count,
    fields: cut(answer.fields),
    rows: answer.rows.map((row) => ({ ...row, fields: cut(row.fields) })),
  };
}

/**
 * When the newest numbers were taken, in milliseconds since 1970: the end of the newest point that has any, but not
 * behind `seen`, when the newest sample came; null when there are none.
 */
export function newestAt({ start, step, fields }: HistoryAnswer, seen: number | null): number | null {
  const known = Object.values(fields).map((list) => list.findLastIndex((value) => value !== null));
  const point = Math.max(-1, ...known);
  if (point < 0) return null;
  const end = start + (point + 1) * step;
  return seen === null ? end : Math.min(end, Math.max(seen, end - step));
}
