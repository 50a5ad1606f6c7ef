'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Draft } from '../../../domain/draft/draft.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { errorCode } from '../../lib/error-code.ts';

/** A draft as it is now, and the newest revision of its cluster: both are read again every so often. */
export function useDraft(cluster: string, first: Draft, firstNewest: number) {
  const queries = useQueryClient();
  const { id } = first;
  const { data, error } = useQuery({
    queryKey: ['draft', cluster, id],
    queryFn: async () => {
      const [draft, { rows }] = await Promise.all([
        consoleClient().drafts.get.query({ cluster, id }),
        consoleClient().revisions.list.query({ cluster, before: null }),
      ]);
      return { draft, newest: rows[0]?.number ?? 0 };
    },
    initialData: { draft: first, newest: firstNewest },
    refetchInterval: (query) => (query.state.error ? false : 10_000),
    refetchOnWindowFocus: true,
  });
  const refresh = useCallback(
    () => void queries.invalidateQueries({ queryKey: ['draft', cluster, id] }),
    [queries, cluster, id],
  );
  return { ...data, gone: error !== null && errorCode(error) === 'NOT_FOUND', refresh };
}
