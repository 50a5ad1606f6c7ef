import { useMemo, useRef } from 'react';
import type { Column, Sort } from './column.ts';
import { rowsInHeldOrder, sortedRows } from './sorted-rows.ts';

interface RowOrder<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly sort: Sort | null;
  /** Somebody points at a row or has it in focus: nothing may move under them. */
  readonly held: boolean;
}

/** The rows sorted, but in the order they had while they are held. A new sort order counts at once. */
export function useRowOrder<Row>({ rows, columns, rowKey, sort, held }: RowOrder<Row>): readonly Row[] {
  const seen = useRef<{ sort: string; keys: readonly string[] }>({ sort: '', keys: [] });
  const sortText = JSON.stringify(sort);
  const ordered = useMemo(
    () =>
      held && seen.current.sort === sortText
        ? rowsInHeldOrder(rows, rowKey, seen.current.keys)
        : sortedRows(rows, columns, sort),
    [rows, columns, rowKey, sort, sortText, held],
  );
  seen.current = { sort: sortText, keys: ordered.map(rowKey) };
  return ordered;
}
