import { staleAfter, unknownAfter } from '../../domain/display/director-state.ts';
import type { Clock } from '../ui/clock.tsx';
import { pauseStore } from './pause-store.ts';

const tick = 500;

/**
 * The console's clock as a browser can know it: the time of the last view, and what went by here since.
 *
 * Goes on while the socket is down, so that ages grow; stands still while the view is paused.
 */
export class ViewClock implements Clock {
  readonly staleAfter = staleAfter;
  readonly unknownAfter = unknownAfter;
  readonly #listeners = new Set<() => void>();
  #at: number;
  #arrived: number | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(at: number) {
    this.#at = at;
  }

  /** A view arrived that the console made at `at`. */
  arrived(at: number): void {
    this.#at = at;
    this.#arrived = performance.now();
    this.#tell();
  }

  // Bound, because React calls them without their clock.
  readonly now = (): number => {
    if (this.#arrived === null) return this.#at;
    return this.#at + ((pauseStore.get() ?? performance.now()) - this.#arrived);
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    // The first paint has no arrival of its own: time starts when the page comes to life.
    this.#arrived ??= performance.now();
    this.#listeners.add(listener);
    this.#timer ??= setInterval(() => this.#tell(), tick);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  };

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
