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
  readonly selection?: {
    readonly label: string;
    readonly chosen: boolean;
    readonly choose: (chosen: boolean) => void;
  };
}

const cell = 'h-[30px] overflow-hidden text-ellipsis whitespace-nowrap border-b px-2 py-0 pointer-coarse:h-11';

export function TableRow<Row>({ id, index, row, columns, hasCursor, onFocus, selection }: TableRowProps<Row>) {
  const ground = selection?.chosen ? 'bg-accent-wash' : 'bg-paper group-hover:bg-hover group-focus-within:bg-hover';
  return (
    <tr
      data-row={id}
      aria-rowindex={index + 2}
      aria-selected={selection ? selection.chosen : undefined}
      tabIndex={-1}
      onFocus={() => onFocus(id)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget)
          event.currentTarget.querySelector('a')?.click();
      }}
      className={cx('group outline-none', hasCursor && '[&>td:first-child]:shadow-[inset_2px_0_0_var(--accent)]')}
    >
      {selection ? (
        <td className={cx(cell, ground, '!overflow-visible pr-0 pl-4')}>
          <Checkbox
            hideLabel
            label={selection.label}
            checked={selection.chosen}
            onChange={(event) => selection.choose(event.target.checked)}
          />
        </td>
      ) : null}
      {columns.map((column, at) => (
        <td
          key={column.id}
          className={cx(
            cell,
            ground,
            column.align === 'right' && 'text-right',
            at === 0 && 'sticky left-0 z-10',
            at === 0 && !selection && 'pl-4',
            at === columns.length - 1 && 'pr-4',
          )}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}
