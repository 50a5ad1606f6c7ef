'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { consoleClient } from '../../lib/console-client.ts';

/** The revisions of a cluster, newest first, page by page; read again when there is a newer one. */
export function useRevisions(cluster: string, newest: number) {
  const query = useInfiniteQuery({
    queryKey: ['revisions', cluster, newest],
    queryFn: ({ pageParam }) => consoleClient().revisions.list.query({ cluster, before: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.more ? (page.rows.at(-1)?.number ?? null) : null),
    placeholderData: (previous) => previous,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? null, [query.data]);
  return {
    /** Null until they were read. */
    rows,
    error: query.error,
    reading: query.isFetching,
    older: query.hasNextPage ? () => void query.fetchNextPage() : null,
  };
}
