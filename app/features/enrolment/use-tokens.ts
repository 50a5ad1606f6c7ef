'use client';

import { useQuery } from '@tanstack/react-query';
import type { EnrolmentToken } from '../../../domain/enrolment/enrolment-token.ts';
import { consoleClient } from '../../lib/console-client.ts';

export const tokensKey = (cluster: string) => ['tokens', cluster];

/** Tokens of a cluster that may still be used; read again when its directors change, as one is used up then. */
export function useOpenTokens(cluster: string, directors: number, enabled: boolean): readonly EnrolmentToken[] {
  const { data = [] } = useQuery({
    queryKey: [...tokensKey(cluster), directors],
    queryFn: () => consoleClient().directors.tokens.query({ cluster }),
    enabled,
    refetchInterval: 60_000,
    placeholderData: (before) => before,
  });
  return data.filter((token) => token.state === 'open');
}
