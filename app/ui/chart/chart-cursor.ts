'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';

/** The moment that somebody points at, shared by all charts of a page. */
export class ChartCursor {
  readonly #listeners = new Set<() => void>();
  #at: number | null = null;
  #chart: string | null = null;

  /** Milliseconds since 1970; null when nobody points. */
  readonly at = (): number | null => this.#at;

  /** The chart that is pointed at, or has the focus. */
  readonly chart = (): string | null => this.#chart;

  set(at: number | null, chart: string | null): void {
    if (at === this.#at && chart === this.#chart) return;
    this.#at = at;
    this.#chart = at === null ? null : chart;
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

export const CursorContext = createContext(new ChartCursor());

/** Where the cursor stands, rendered again when it moves. */
export function useCursorAt(): number | null {
  const cursor = useContext(CursorContext);
  return useSyncExternalStore(cursor.subscribe, cursor.at, () => null);
}

/** The cursor's moment for the chart that is pointed at, and null for all others: those needn't render again. */
export function useOwnCursorAt(chart: string): number | null {
  const cursor = useContext(CursorContext);
  const read = () => (cursor.chart() === chart ? cursor.at() : null);
  return useSyncExternalStore(cursor.subscribe, read, () => null);
}
