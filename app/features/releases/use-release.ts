'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { ReleaseView } from '../../../domain/release/release-view.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { errorCode } from '../../lib/error-code.ts';
import { pauseStore } from '../../lib/pause-store.ts';
import { ViewClock } from '../../lib/view-clock.ts';

/** A release as it is now, read again every second while it goes on. */
export function useRelease(first: ReleaseView) {
  const { id } = first.plan;
  const queries = useQueryClient();
  const [clock] = useState(() => new ViewClock(first.at));
  const { data: view, error } = useQuery({
    queryKey: ['release', id],
    queryFn: () => consoleClient().releases.get.query({ id }),
    initialData: first,
    refetchInterval: (query) => (query.state.data?.state.endedAt === null && pauseStore.get() === null ? 1000 : 10_000),
    refetchOnWindowFocus: true,
  });
  useEffect(() => clock.arrived(view.at), [clock, view.at]);
  const refresh = useCallback(() => void queries.invalidateQueries({ queryKey: ['release', id] }), [queries, id]);
  return { view, clock, gone: error !== null && errorCode(error) === 'NOT_FOUND', refresh };
}
