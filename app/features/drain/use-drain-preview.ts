import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DrainPreviewInput } from '../../../domain/overlay/drain-input.ts';
import { consoleClient } from '../../lib/console-client.ts';

/** Milliseconds between looks: connections go on ending while somebody writes a reason. */
const again = 4_000;

/** What a drain or a return would do now, asked again while the dialog stands; the last answer stays until the next. */
export function useDrainPreview(asked: DrainPreviewInput) {
  return useQuery({
    queryKey: ['drain-preview', asked],
    queryFn: () => consoleClient().drains.preview.query(asked),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.data?.ok === false ? false : again),
    gcTime: 0,
  });
}
