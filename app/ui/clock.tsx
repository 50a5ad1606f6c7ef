'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';

/** A time that goes on by itself, in milliseconds since 1970; handed in, so that a view can stand still. */
export interface Clock {
  readonly now: () => number;
  readonly subscribe: (listener: () => void) => () => void;
  /** Older than this is stale, older than that unknown. Milliseconds. */
  readonly staleAfter: number;
  readonly unknownAfter: number;
}

export type Freshness = 'fresh' | 'stale' | 'unknown';

const stopped: Clock = { now: () => 0, subscribe: () => () => undefined, staleAfter: 3_000, unknownAfter: 10_000 };

export const ClockContext = createContext<Clock>(stopped);

/** How fresh something is that came at `receivedAt`. Renders again only when that changes. */
export function useFreshness(receivedAt: number | null): Freshness {
  const clock = useContext(ClockContext);
  const read = (): Freshness => {
    if (receivedAt === null) return 'unknown';
    const age = clock.now() - receivedAt;
    return age > clock.unknownAfter ? 'unknown' : age > clock.staleAfter ? 'stale' : 'fresh';
  };
  return useSyncExternalStore(clock.subscribe, read, read);
}

/** How many of several things are known, by when each last came. Renders again only when that changes. */
export function useKnownCount(times: readonly (number | null)[]): number {
  const clock = useContext(ClockContext);
  const read = () => times.filter((at) => at !== null && clock.now() - at <= clock.unknownAfter).length;
  return useSyncExternalStore(clock.subscribe, read, read);
}

/** Whole seconds since `receivedAt`; null when it never came. */
export function useAge(receivedAt: number | null): number | null {
  const clock = useContext(ClockContext);
  const read = () => (receivedAt === null ? null : Math.max(0, Math.floor((clock.now() - receivedAt) / 1000)));
  return useSyncExternalStore(clock.subscribe, read, read);
}

/** Whole seconds until a time, negative after it; null where there is none. */
export function useSecondsUntil(at: number | null): number | null {
  const clock = useContext(ClockContext);
  const read = () => (at === null ? null : Math.ceil((at - clock.now()) / 1000));
  return useSyncExternalStore(clock.subscribe, read, read);
}

/** The freshness of the numbers inside: cells dim or turn unknown by it. */
export const FreshnessContext = createContext<Freshness>('fresh');
