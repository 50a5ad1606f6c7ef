'use client';

import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { useUiWords } from '../words.tsx';
import type { Column, Sort } from './column.ts';
import { ScrollBox } from './scroll-box.tsx';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { useRowCursor } from './use-row-cursor.ts';
import { useRowOrder } from './use-row-order.ts';
import { useRowWindow } from './use-row-window.ts';

export interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  /** Keys of the rows that are chosen; without it rows can't be. */
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (selected: ReadonlySet<string>) => void;
  /** Says which row a checkbox chooses. */
  readonly rowName?: (row: Row) => string;
  /** Keys that act on the row with the cursor: `{ d: drain }`. */
  readonly rowKeys?: Readonly<Record<string, (row: Row) => void>>;
  /** Shown in place of rows when there are none. */
  readonly empty?: ReactNode;
}

/**
 * A dense table whose rows keep their place while somebody points at them.
 *
 * Head and first column stay in sight; from 100 rows on, only those in sight are in the page. `j` and `k` go through
 * the rows.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey, sort, onSort, selected, onSelect, empty } = props;
  const words = useUiWords();
  const box = useRef<HTMLElement>(null);
  const { ordered, hold, resort } = useRowOrder({ rows, columns, rowKey, sort });
  const { first, last, before, after, showRow } = useRowWindow(box, ordered.length);
  const cursor = useRowCursor({ box, rows: ordered, rowKey, showRow, keys: props.rowKeys });
  const selects = selected !== undefined && onSelect !== undefined;
  const span = columns.length + Number(selects);
  const latest = useRef({ selected, onSelect });
  useEffect(() => {
    latest.current = { selected, onSelect };
  });
  const choose = useCallback((key: string, chosen: boolean) => {
    latest.current.onSelect?.(withKey(latest.current.selected ?? new Set(), key, chosen));
  }, []);

  return (
    <ScrollBox ref={box} label={label} onHold={hold} bounded={rows.length > 20}>
      <table
        aria-label={label}
        aria-rowcount={ordered.length + 1}
        className="w-full table-fixed border-separate border-spacing-0"
        style={{ minWidth: columns.reduce((sum, column) => sum + column.width, selects ? 40 : 0) }}
      >
        <colgroup>
          {selects ? <col style={{ width: 40 }} /> : null}
          {columns.map((column, index) => (
            <col key={column.id} style={index === 0 ? undefined : { width: column.width }} />
          ))}
        </colgroup>
        <TableHead
          columns={columns}
          sort={sort}
          onSort={(next) => {
            resort(next);
            onSort(next);
          }}
          selection={selects ? { all: ordered.map(rowKey), selected, onSelect } : null}
        />
        <tbody>
          <Spacer span={span} height={before} />
          {ordered.slice(first, last).map((row, offset) => {
            const key = rowKey(row);
            return (
              <TableRow
                key={key}
                id={key}
                index={first + offset}
                row={row}
                columns={columns}
                hasCursor={cursor.key === key}
                onFocus={cursor.set}
                chosen={selects ? selected.has(key) : null}
                chooseLabel={selects ? `${words.selectRow} ${props.rowName?.(row) ?? key}` : ''}
                onChoose={choose}
              />
            );
          })}
          <Spacer span={span} height={after} />
        </tbody>
      </table>
      {ordered.length === 0 ? <div className="sticky left-0 px-4 py-6 text-ink-2">{empty ?? words.noMatch}</div> : null}
    </ScrollBox>
  );
}

function withKey(keys: ReadonlySet<string>, key: string, chosen: boolean): ReadonlySet<string> {
  const next = new Set(keys);
  if (chosen) next.add(key);
  else next.delete(key);
  return next;
}

function Spacer({ span, height }: { readonly span: number; readonly height: number }) {
  if (height === 0) return null;
  return (
    <tr aria-hidden>
      <td aria-hidden colSpan={span} style={{ height, padding: 0 }} />
    </tr>
  );
}
