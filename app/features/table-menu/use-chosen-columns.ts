'use client';

import { parseAsArrayOf, parseAsString, useQueryState } from 'nuqs';
import { useMemo } from 'react';
import type { Column } from '../../ui/table/column.ts';

const none: string[] = [];

/** The columns of a table that somebody wants to see, kept in the URL by those they don't (`?hide=in,out`). */
export function useChosenColumns<Row>(columns: readonly Column<Row>[]) {
  const [hidden, setHidden] = useQueryState('hide', parseAsArrayOf(parseAsString).withDefault(none));
  const shown = useMemo(
    // The first column says which row it is: without it the others say nothing.
    () => columns.filter(({ id }, index) => index === 0 || !hidden.includes(id)),
    [columns, hidden],
  );
  const show = (id: string, visible: boolean) => {
    const others = hidden.filter((one) => one !== id);
    const next = visible ? others : [...others, id];
    void setHidden(next.length > 0 ? next : null);
  };
  return { shown, show };
}
