'use client';

import { useQuery } from '@tanstack/react-query';
import { consoleClient } from '../../lib/console-client.ts';

/** The drafts of a cluster, read again every so often: others make and apply them too. */
export const useDrafts = (cluster: string) =>
  useQuery({
    queryKey: ['drafts', cluster],
    queryFn: () => consoleClient().drafts.list.query({ cluster }),
    refetchInterval: 20_000,
    refetchOnWindowFocus: true,
  });
