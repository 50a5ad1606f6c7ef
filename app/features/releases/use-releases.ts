'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { consoleClient } from '../../lib/console-client.ts';

/** The releases of a cluster, newest first, page by page; read again every few seconds, as one may go on. */
export function useReleases(cluster: string) {
  const query = useInfiniteQuery({
    queryKey: ['releases', cluster],
    queryFn: ({ pageParam }) =>
      consoleClient().releases.list.query({ cluster, ...(pageParam === null ? {} : { before: pageParam }) }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => (page.more ? (page.rows.at(-1)?.startedAt ?? null) : null),
    refetchInterval: 3000,
  });
  return {
    rows: query.data?.pages.flatMap((page) => page.rows) ?? null,
    error: query.error,
    reading: query.isFetching,
    older: query.hasNextPage ? () => void query.fetchNextPage() : null,
  };
}
