import type { ReactNode } from 'react';

/** A column of a table. Widths are fixed, so that live numbers never move anything. */
export interface Column<Row> {
  readonly id: string;
  readonly head: string;
  /** Under the head, for the unit of all its numbers. */
  readonly unit?: string;
  /** What the column means, on hover. */
  readonly title?: string;
  readonly align?: 'left' | 'right';
  /** Pixels; the first column takes what is left, and at least this. */
  readonly width: number;
  readonly cell: (row: Row) => ReactNode;
  /** What to sort by; a column without it can't be sorted. Null goes last. */
  readonly sortBy?: (row: Row) => number | string | null;
  /** What its cell says in a copy of the table, where that is not what it is sorted by. */
  readonly text?: (row: Row) => number | string | null;
}

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}
