import { useMemo, useState } from 'react';
import type { Column, Sort } from './column.ts';
import { rowsInHeldOrder, sortedRows } from './sorted-rows.ts';

interface RowOrderOptions<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly sort: Sort | null;
}

interface RowOrder<Row> {
  readonly ordered: readonly Row[];
  /** Somebody points at a row or has it in focus, or no longer does: nothing may move under them. */
  readonly hold: (held: boolean) => void;
  /** Somebody asked for another order: it counts at once, and is held from there. */
  readonly resort: (sort: Sort | null) => void;
}

/** The rows sorted, but in the order they had while they are held. */
export function useRowOrder<Row>({ rows, columns, rowKey, sort }: RowOrderOptions<Row>): RowOrder<Row> {
  const [held, setHeld] = useState<readonly string[] | null>(null);
  const ordered = useMemo(
    () => (held ? rowsInHeldOrder(rows, rowKey, held) : sortedRows(rows, columns, sort)),
    [rows, columns, rowKey, sort, held],
  );
  return {
    ordered,
    hold: (hold) => setHeld((before) => (hold ? (before ?? ordered.map(rowKey)) : null)),
    resort: (next) => setHeld((before) => before && sortedRows(rows, columns, next).map(rowKey)),
  };
}
