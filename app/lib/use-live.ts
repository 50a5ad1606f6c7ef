'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { type ConsoleClient, consoleClient } from './console-client.ts';
import { errorCode } from './error-code.ts';
import { pauseStore } from './pause-store.ts';
import { ViewClock } from './view-clock.ts';

interface Handlers<View> {
  readonly onData: (event: { id: string; data: View }) => void;
  readonly onError: (error: unknown) => void;
}

export type Subscribe<View> = (client: ConsoleClient, on: Handlers<View>) => { unsubscribe(): void };

export interface Live<View> {
  readonly view: View;
  readonly clock: ViewClock;
  /** The thing that is shown is not there any more. */
  readonly gone: boolean;
}

/**
 * A view that the server rendered first and the socket keeps up to date.
 *
 * `topic` names what is watched; another topic is another subscription. While paused, events are kept but not shown.
 */
export function useLive<View extends { readonly at: number }>(
  first: View,
  topic: string,
  subscribe: Subscribe<View>,
): Live<View> {
  const [view, setView] = useState(first);
  const [gone, setGone] = useState(false);
  const [clock] = useState(() => new ViewClock(first.at));
  const begin = useEffectEvent(subscribe);

  // The topic stands for what `subscribe` closes over.
  useEffect(() => {
    let newest: View | null = null;
    const show = () => {
      if (!newest || pauseStore.get() !== null) return;
      setView(newest);
      clock.arrived(newest.at);
      newest = null;
    };
    const stopPause = pauseStore.subscribe(show);
    const subscription = begin(consoleClient(), {
      onData: ({ data }) => {
        newest = data;
        setGone(false);
        show();
      },
      onError: (error) => {
        if (errorCode(error) === 'NOT_FOUND') setGone(true);
        if (errorCode(error) === 'UNAUTHENTICATED') window.location.reload();
      },
    });
    return () => {
      stopPause();
      subscription.unsubscribe();
    };
  }, [topic, clock]);

  return { view, clock, gone };
}
