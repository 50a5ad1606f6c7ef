import type { Column, Sort } from './column.ts';

const collator = new Intl.Collator('en', { numeric: true });

/** The rows in the order of a column; as they came where there is no such column. Unknown goes last both ways. */
export function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | null,
): readonly Row[] {
  const sortBy = columns.find((column) => column.id === sort?.column)?.sortBy;
  if (!sort || !sortBy) return rows;
  const direction = sort.descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const left = sortBy(a);
    const right = sortBy(b);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    if (typeof left === 'number' && typeof right === 'number') return direction * (left - right);
    return direction * collator.compare(String(left), String(right));
  });
}

/** Rows in an order that was seen before; those that are new come last. */
export function rowsInHeldOrder<Row>(
  rows: readonly Row[],
  rowKey: (row: Row) => string,
  held: readonly string[],
): readonly Row[] {
  const left = new Map(rows.map((row) => [rowKey(row), row]));
  const kept: Row[] = [];
  for (const key of held) {
    const row = left.get(key);
    if (row !== undefined) kept.push(row);
    left.delete(key);
  }
  return [...kept, ...left.values()];
}
