'use client';

import { useEffect, useState } from 'react';
import type { ApplyProgress } from '../../../domain/display/views.ts';
import { consoleClient } from '../../lib/console-client.ts';

/** What becomes of a generation on each director, live; null before the first word of it. */
export function useFollow(cluster: string, generation: number): readonly ApplyProgress[] | null {
  const [progress, setProgress] = useState<readonly ApplyProgress[] | null>(null);
  useEffect(() => {
    const subscription = consoleClient().applies.follow.subscribe(
      { cluster, generation },
      { onData: ({ data }) => setProgress(data) },
    );
    return () => subscription.unsubscribe();
  }, [cluster, generation]);
  return progress;
}
