/** A place that was put right again and again. */
export interface Contested {
  readonly place: string;
  /** Milliseconds that are waited now before it is put right once more. */
  readonly wait: number;
}

interface Turn {
  readonly at: number;
  readonly wait: number;
  readonly times: number;
}

/** Milliseconds. */
const shortestWait = 1000;
const longestWait = 60_000;
const shortestQuiet = 30_000;

/** Times in a row after which somebody else must be at it. */
const contestedAfter = 3;

/**
 * When a place may be put right again: at once the first time, then 1 s after the last time, doubling up to 60 s.
 *
 * Two programs that undo each other's work must not do so many times a second. A place that stood right for twice its
 * wait, and for 30 s at least, begins anew. Times are milliseconds on a clock that only rises.
 */
export class RepairPace {
  readonly #turns = new Map<string, Turn>();

  isDue(place: string, now: number): boolean {
    const turn = this.#turns.get(place);
    return !turn || now >= turn.at + turn.wait;
  }

  repaired(places: Iterable<string>, now: number): void {
    this.#forgetQuiet(now);
    for (const place of places) {
      const last = this.#turns.get(place);
      const wait = last ? Math.min(longestWait, last.wait * 2) : shortestWait;
      this.#turns.set(place, { at: now, wait, times: (last?.times ?? 0) + 1 });
    }
  }

  contested(now: number): Contested[] {
    this.#forgetQuiet(now);
    return [...this.#turns].flatMap(([place, { wait, times }]) => (times >= contestedAfter ? [{ place, wait }] : []));
  }

  forget(): void {
    this.#turns.clear();
  }

  #forgetQuiet(now: number): void {
    for (const [place, { at, wait }] of this.#turns)
      if (now - at > Math.max(shortestQuiet, 2 * wait)) this.#turns.delete(place);
  }
}
