'use client';

import { useQuery } from '@tanstack/react-query';
import { consoleClient } from '../../lib/console-client.ts';

/** A revision in full: it never changes, so it is read once. */
export const useRevision = (cluster: string, number: number) =>
  useQuery({
    queryKey: ['revision', cluster, number],
    queryFn: () => consoleClient().revisions.get.query({ cluster, number }),
    staleTime: Number.POSITIVE_INFINITY,
  });
