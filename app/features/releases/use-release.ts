'use client';

import type { ReleaseView } from '../../../domain/release/release-view.ts';
import { useLive } from '../../lib/use-live.ts';

/** A release as it is now. One that ended before the console started goes on no more, and isn't followed. */
export function useRelease(first: ReleaseView) {
  const { id } = first.plan;
  const { view, clock, gone } = useLive(first, `release ${id}`, (client, on) =>
    client.live.release.subscribe({ id }, on),
  );
  return { view, clock, gone: gone && view.state.endedAt === null };
}
