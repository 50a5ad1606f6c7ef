'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RouterOutputs } from '../../../server/router.ts';
import { consoleClient } from '../../lib/console-client.ts';

export type ChainStatus = RouterOutputs['audit']['chain'];

const key = ['audit-chain'];

/** How the log's chain stands, read again now and then; every second while all rows are being looked at. */
export const useChain = (): ChainStatus | undefined =>
  useQuery({
    queryKey: key,
    queryFn: () => consoleClient().audit.chain.query(),
    refetchInterval: ({ state }) => (state.data?.running ? 1000 : 15_000),
  }).data;

/** Lets the console look at all rows. */
export function useVerify() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => consoleClient().audit.verify.mutate(),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
}
