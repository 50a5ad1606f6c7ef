import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Problem } from '../../../domain/definition/change.ts';
import type { DrainPreview } from '../../../domain/display/drain-preview.ts';
import type { DrainPreviewInput } from '../../../domain/overlay/drain-input.ts';
import { consoleClient } from '../../lib/console-client.ts';

/** Milliseconds between looks: connections go on ending while somebody writes a reason. A large one costs more. */
const again = ({ targets }: DrainPreviewInput): number => (targets.length > 50 ? 20_000 : 4_000);

type Ok = Extract<DrainPreview, { ok: true }>;

interface AskedPreview {
  /** The newest that could be made; null before the first. */
  readonly preview: Ok | null;
  /** Whether it is of what is asked for now. */
  readonly current: boolean;
  /** Why what is asked for now can't be done; empty when it can. */
  readonly problems: readonly Problem[];
  readonly error: unknown;
  readonly look: () => void;
}

/** What a drain or a return would do now, asked again while the dialog stands. */
export function useDrainPreview(asked: DrainPreviewInput): AskedPreview {
  const { data, error, refetch, isPlaceholderData } = useQuery({
    queryKey: ['drain-preview', asked],
    queryFn: (): Promise<DrainPreview> => consoleClient().drains.preview.query(asked),
    placeholderData: keepPreviousData,
    refetchInterval: again(asked),
    gcTime: 0,
  });
  const [newest, setNewest] = useState<Ok | null>(null);
  // One way may be refused where another isn't: people choose again with the numbers still before them.
  if (data?.ok && data !== newest) setNewest(data);
  return {
    preview: data?.ok ? data : newest,
    current: data?.ok === true && !isPlaceholderData,
    problems: data?.ok === false && !isPlaceholderData ? data.problems : [],
    error,
    look: () => void refetch(),
  };
}
