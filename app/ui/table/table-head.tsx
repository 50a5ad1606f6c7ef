import { ArrowDown, ArrowUp } from 'lucide-react';
import { Checkbox } from '../checkbox.tsx';
import { cx } from '../class-names.ts';
import { useUiWords } from '../words.tsx';
import type { Column, Sort } from './column.ts';

interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  readonly selection: {
    readonly all: readonly string[];
    readonly selected: ReadonlySet<string>;
    readonly onSelect: (selected: ReadonlySet<string>) => void;
  } | null;
}

const headCell = 'sticky top-0 z-20 border-b bg-paper px-2 py-1 align-bottom font-normal label-text leading-4';

export function TableHead<Row>({ columns, sort, onSort, selection }: TableHeadProps<Row>) {
  const words = useUiWords();
  const all =
    selection !== null && selection.all.length > 0 && selection.all.every((key) => selection.selected.has(key));
  return (
    <thead>
      <tr aria-rowindex={1}>
        {selection ? (
          <th scope="col" className={cx(headCell, 'pl-4')}>
            <Checkbox
              hideLabel
              label={words.selectAll}
              checked={all}
              onChange={() => selection.onSelect(all ? new Set() : new Set(selection.all))}
            />
          </th>
        ) : null}
        {columns.map((column, index) => {
          const sorted = sort?.column === column.id ? sort : null;
          const right = column.align === 'right';
          return (
            <th
              key={column.id}
              scope="col"
              title={column.title}
              aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
              className={cx(
                headCell,
                right ? 'text-right' : 'text-left',
                index === 0 && 'left-0 z-30',
                index === 0 && !selection && 'pl-4',
                index === columns.length - 1 && 'pr-4',
              )}
            >
              {column.sortBy ? (
                <button
                  type="button"
                  onClick={() => onSort(nextSort(column, sorted))}
                  className={cx(
                    'inline-flex items-end gap-0.5 [text-align:inherit] hover:text-ink',
                    sorted && 'text-ink',
                  )}
                >
                  {right && sorted ? <SortMark sort={sorted} /> : null}
                  <span>
                    {column.head}
                    {column.unit ? <span className="block text-ink-3">{column.unit}</span> : null}
                  </span>
                  {!right && sorted ? <SortMark sort={sorted} /> : null}
                </button>
              ) : (
                <span>
                  {column.head}
                  {column.unit ? <span className="block text-ink-3">{column.unit}</span> : null}
                </span>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function SortMark({ sort }: { readonly sort: Sort }) {
  const Mark = sort.descending ? ArrowDown : ArrowUp;
  return <Mark aria-hidden className="mb-0.5 size-3" />;
}

/** Numbers are looked at from the largest down, texts from A; a third press gives the order that they came in. */
function nextSort<Row>(column: Column<Row>, sorted: Sort | null): Sort | null {
  const firstDescending = column.align === 'right';
  if (!sorted) return { column: column.id, descending: firstDescending };
  if (sorted.descending === firstDescending) return { column: column.id, descending: !firstDescending };
  return null;
}
