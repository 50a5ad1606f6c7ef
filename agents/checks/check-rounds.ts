import type { CheckResult } from '../../domain/checks/check-outcome.ts';
import type { CheckedPlace } from './checked-places.ts';
import type { Probe } from './probe.ts';

export interface RoundParts {
  readonly probe: Probe;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Milliseconds on a clock that only rises. */
  readonly now: () => number;
  /** Hears of each check that ended, unless its place is not checked any more, or otherwise. */
  readonly ended: (place: CheckedPlace, result: CheckResult) => void;
}

/** Checks that run at once: each holds a socket, and what waits longer than its turn is checked later. */
const mostRunning = 256;

/** A first check comes within this time, however long the interval is. Milliseconds. */
const firstWithin = 10_000;

interface Round {
  readonly place: CheckedPlace;
  due: number;
  runs: number;
  running: boolean;
}

/**
 * Runs every place's check at its interval, spread over it so that they don't come in one burst.
 *
 * It has no timer: `tick` starts what is due. One place is never checked twice at once, and what is late is not made
 * up for.
 */
export class CheckRounds {
  readonly #parts: RoundParts;
  #rounds: ReadonlyMap<string, Round> = new Map();
  #running = 0;

  constructor(parts: RoundParts) {
    this.#parts = parts;
  }

  /** Checks that run now. */
  get running(): number {
    return this.#running;
  }

  /** Takes what is to be checked from now on. What is checked as before keeps its turn. */
  check(places: readonly CheckedPlace[]): void {
    const { now, random } = this.#parts;
    const rounds = new Map<string, Round>();
    for (const place of places) {
      const before = this.#rounds.get(place.place);
      const spread = Math.min(place.check.interval * 1000, firstWithin);
      rounds.set(
        place.place,
        before && isSame(before.place, place)
          ? before
          : { place, due: now() + random() * spread, runs: 0, running: false },
      );
    }
    this.#rounds = rounds;
  }

  /** Starts the checks that are due, those that wait longest first. */
  tick(): void {
    const now = this.#parts.now();
    const due = [...this.#rounds.values()].filter((round) => !round.running && round.due <= now);
    due.sort((a, b) => a.due - b.due);
    for (const round of due.slice(0, Math.max(0, mostRunning - this.#running))) void this.#run(round, now);
  }

  async #run(round: Round, now: number): Promise<void> {
    const { probe, random, ended } = this.#parts;
    const { place } = round;
    const interval = place.check.interval * 1000;
    round.running = true;
    this.#running++;
    // The first turn is early for all; the second spreads them over the interval.
    const next = round.runs === 0 ? interval * (0.5 + random() / 2) : interval;
    round.due = Math.max(round.due + next, now + next / 2);
    round.runs++;
    const result = await probe(place);
    round.running = false;
    this.#running--;
    if (this.#rounds.get(place.place) === round) ended(place, result);
  }
}

const isSame = (one: CheckedPlace, other: CheckedPlace): boolean =>
  one === other ||
  (one.address === other.address &&
    one.port === other.port &&
    JSON.stringify(one.check) === JSON.stringify(other.check));
