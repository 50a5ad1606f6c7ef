'use client';

import { formatDuration } from '../../lib/formats.ts';
import { useAge } from '../../ui/clock.tsx';

/** How long ago a revision was written. What is written doesn't get stale. */
export function RevisionAge({ at }: { readonly at: number }) {
  const seconds = useAge(at);
  return <span className="figures text-ink-2">{formatDuration(seconds ?? 0)}</span>;
}
