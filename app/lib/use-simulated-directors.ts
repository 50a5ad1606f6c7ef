'use client';

import { useQuery } from '@tanstack/react-query';
import { consoleClient } from './console-client.ts';

const none: ReadonlySet<string> = new Set();

/** The names of the directors without a kernel behind them, for what tells of directors by name alone. */
export function useSimulatedDirectors(): ReadonlySet<string> {
  const { data } = useQuery({
    queryKey: ['simulated-directors'],
    queryFn: async () => {
      const { clusters } = await consoleClient().view.overview.query();
      return new Set(
        clusters.flatMap(({ directors }) => directors.filter((one) => one.simulated).map((one) => one.name)),
      );
    },
    staleTime: 60_000,
  });
  return data ?? none;
}
