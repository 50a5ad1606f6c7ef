'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { AuditStream } from '../../../domain/audit/audit-stream.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { pauseStore } from '../../lib/pause-store.ts';

const key = ['streams'];

/** The streams as the page had them first, with how far each is now. */
export function useStreams(first: readonly AuditStream[]): readonly AuditStream[] {
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => consoleClient().streams.list.query(),
    initialData: first,
    staleTime: 1000,
    refetchInterval: () => (pauseStore.get() === null ? 2000 : false),
  });
  return data;
}

/** Reads the streams again. */
export function useRereadStreams(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: key });
}
