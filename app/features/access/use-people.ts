'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Person } from '../../../domain/access/person.ts';
import { consoleClient } from '../../lib/console-client.ts';

const key = ['people'];

/** The people as the page had them first, and anew after each change. */
export function usePeople(first: readonly Person[]): readonly Person[] {
  const { data } = useQuery({
    queryKey: key,
    queryFn: () => consoleClient().access.people.query(),
    initialData: first,
    staleTime: 30_000,
  });
  return data;
}

/** Reads the people again. */
export function useRereadPeople(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: key });
}
