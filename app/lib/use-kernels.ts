'use client';

import { useQuery } from '@tanstack/react-query';
import type { DirectorKernel } from '../../domain/display/views.ts';
import { consoleClient } from './console-client.ts';

const none: readonly DirectorKernel[] = [];

/** How the kernels of a cluster's directors are set, as of a minute ago at most; none while they are being read. */
export function useKernels(cluster: string): readonly DirectorKernel[] {
  const { data } = useQuery({
    queryKey: ['kernels', cluster],
    queryFn: async () => (await consoleClient().view.cluster.query({ cluster })).kernels,
    staleTime: 60_000,
  });
  return data ?? none;
}
