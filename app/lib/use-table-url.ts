'use client';

import { parseAsString, useQueryState } from 'nuqs';
import { useCallback, useMemo } from 'react';
import type { Sort } from '../ui/table/column.ts';

export interface TableUrl {
  readonly filter: string;
  readonly setFilter: (filter: string) => void;
  readonly sort: Sort | null;
  readonly setSort: (sort: Sort | null) => void;
}

/** Filter and sort order of a table, kept in the URL (`?q=web&sort=cps.desc`), so that a link shows the same. */
export function useTableUrl(): TableUrl {
  const [filter, setFilterText] = useQueryState('q', parseAsString.withDefault('').withOptions({ throttleMs: 200 }));
  const [sortText, setSortText] = useQueryState('sort', parseAsString);
  const sort = useMemo(() => {
    if (!sortText) return null;
    const [column = '', direction] = sortText.split('.');
    return { column, descending: direction === 'desc' };
  }, [sortText]);
  const setFilter = useCallback((text: string) => void setFilterText(text || null), [setFilterText]);
  const setSort = useCallback(
    (next: Sort | null) => void setSortText(next && `${next.column}.${next.descending ? 'desc' : 'asc'}`),
    [setSortText],
  );
  return { filter, setFilter, sort, setSort };
}
