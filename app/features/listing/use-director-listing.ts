'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { DirectorHead } from '../../../domain/display/director-state.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { pauseStore } from '../../lib/pause-store.ts';

interface DirectorListing {
  readonly director: DirectorHead;
  /** Null when its table is not known. */
  readonly ipvsadm: string | null;
}

/** A director's table as `ipvsadm -Ln` prints it, live; null before the first word of it. It stands still in a pause. */
export function useDirectorListing(director: string): DirectorListing | null {
  const [listing, setListing] = useState<DirectorListing | null>(null);
  const show = useEffectEvent((next: DirectorListing) => {
    if (pauseStore.get() === null || listing?.director.name !== next.director.name) setListing(next);
  });
  useEffect(() => {
    const subscription = consoleClient().live.director.subscribe(
      { director },
      { onData: ({ data }) => show({ director: data.director, ipvsadm: data.ipvsadm }) },
    );
    return () => subscription.unsubscribe();
  }, [director]);
  return listing?.director.name === director ? listing : null;
}
