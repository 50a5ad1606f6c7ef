'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiToken } from '../../../domain/access/api-token.ts';
import { consoleClient } from '../../lib/console-client.ts';

const key = ['api-tokens'];

/** The tokens as the page had them first, and anew after each change. */
export function useTokens(first: readonly ApiToken[]): readonly ApiToken[] {
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => consoleClient().tokens.list.query(),
    initialData: first,
    staleTime: 30_000,
  });
  return data;
}

/** Reads the tokens again. */
export function useRereadTokens(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: key });
}
