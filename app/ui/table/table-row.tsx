import { memo, type ReactElement } from 'react';
import { Checkbox } from '../checkbox.tsx';
import { cx } from '../class-names.ts';
import type { Column } from './column.ts';

interface TableRowProps<Row> {
  readonly id: string;
  readonly index: number;
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly hasCursor: boolean;
  readonly onFocus: (id: string) => void;
  /** Null where rows can't be chosen. */
  readonly chosen: boolean | null;
  /** What the checkbox says. */
  readonly chooseLabel: string;
  readonly onChoose: (id: string, chosen: boolean) => void;
}

const cell = 'h-[30px] whitespace-nowrap border-b px-2 py-0 pointer-coarse:h-11';

function PlainRow<Row>(props: TableRowProps<Row>) {
  const { id, index, row, columns, hasCursor, onFocus, chosen, chooseLabel, onChoose } = props;
  const ground = chosen ? 'bg-accent-wash' : 'bg-paper group-hover:bg-hover group-focus-within:bg-hover';
  return (
    <tr
      data-row={id}
      aria-rowindex={index + 2}
      aria-selected={chosen ?? undefined}
      tabIndex={-1}
      onFocus={() => onFocus(id)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget)
          event.currentTarget.querySelector('a')?.click();
      }}
      className={cx('group outline-none', hasCursor && '[&>td:first-child]:shadow-[inset_2px_0_0_var(--accent)]')}
    >
      {chosen === null ? null : (
        <td className={cx(cell, ground, 'pr-0 pl-4')}>
          <Checkbox
            hideLabel
            label={chooseLabel}
            checked={chosen}
            onChange={(event) => onChoose(id, event.target.checked)}
          />
        </td>
      )}
      {columns.map((column, at) => (
        <td
          key={column.id}
          className={cx(
            cell,
            ground,
            // A text may be cut short; a number never.
            column.align === 'right' ? 'text-right' : 'overflow-hidden text-ellipsis',
            at === 0 && 'sticky left-0 z-10',
            at === 0 && chosen === null && 'pl-4',
            at === columns.length - 1 && 'pr-4',
          )}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** A row that is drawn again only when something in it changed: scrolling a long table draws none again. */
export const TableRow = memo(PlainRow) as <Row>(props: TableRowProps<Row>) => ReactElement;
