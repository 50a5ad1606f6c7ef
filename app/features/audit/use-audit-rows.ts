'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { AuditFilters, AuditRow } from '../../../domain/audit/audit-row.ts';
import type { RouterOutputs } from '../../../server/router.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { pauseStore } from '../../lib/pause-store.ts';

type AuditPage = RouterOutputs['audit']['list'];

export interface AuditRows {
  readonly rows: readonly AuditRow[];
  /** Reads older rows; null when there are none. */
  readonly older: (() => void) | null;
  readonly reading: boolean;
  readonly error: unknown;
}

/** Milliseconds between looks for new rows, while nobody reads older ones or has paused the page. */
const lookEvery = 5_000;

/** Rows that match, newest first: those that the page came with, then those that the console gives. */
export function useAuditRows(filters: AuditFilters, first: AuditPage, firstFilters: AuditFilters): AuditRows {
  const isFirst = JSON.stringify(filters) === JSON.stringify(firstFilters);
  const query = useInfiniteQuery({
    queryKey: ['audit', filters],
    queryFn: ({ pageParam }) => consoleClient().audit.list.query({ filters, cursor: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    ...(isFirst ? { initialData: { pages: [first], pageParams: [null] } } : {}),
    placeholderData: keepPreviousData,
    staleTime: lookEvery,
    refetchInterval: ({ state }) => (state.data?.pages.length === 1 && pauseStore.get() === null ? lookEvery : false),
  });
  return {
    rows: query.data?.pages.flatMap((page) => page.rows) ?? [],
    older: query.hasNextPage ? () => void query.fetchNextPage() : null,
    reading: query.isFetchingNextPage || query.isPlaceholderData,
    error: query.error,
  };
}
