import { outcomeText } from '../../domain/checks/check-outcome.ts';
import type { HealthMessage } from '../../domain/wire/health-message.ts';
import type { Log } from '../log.ts';
import { CheckRounds } from './check-rounds.ts';
import type { CheckedPlace } from './checked-places.ts';
import type { HealthBook } from './health-book.ts';
import { HealthTeller } from './health-teller.ts';
import type { Probe } from './probe.ts';

export interface CheckerParts {
  readonly book: HealthBook;
  readonly probe: Probe;
  readonly random: () => number;
  /** Milliseconds on a clock that only rises. */
  readonly now: () => number;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly log: Log;
  /** False when the message was dropped. */
  readonly send: (message: HealthMessage) => boolean;
  /** Called when what is out in the kernel may be otherwise than it is to be. */
  readonly turned: () => void;
}

/** Milliseconds between two looks at what is due, and between two messages. */
const every = 100;
const tellEvery = 1000;

/** Checks the destinations of the intent that is obeyed, keeps the book of their health, and tells the console. */
export class Checker {
  readonly #parts: CheckerParts;
  readonly #rounds: CheckRounds;
  readonly #teller: HealthTeller;
  #places: readonly CheckedPlace[] = [];
  #timers: readonly NodeJS.Timeout[] = [];

  constructor(parts: CheckerParts) {
    this.#parts = parts;
    const { book, probe, random, now, clock, send } = parts;
    this.#teller = new HealthTeller({ book, clock, send });
    this.#rounds = new CheckRounds({ probe, random, now, ended: (place, result) => this.#ended(place, result) });
  }

  start(): void {
    if (this.#timers.length > 0) return;
    this.#timers = [setInterval(() => this.#tick(), every), setInterval(() => this.#second(), tellEvery)];
  }

  /** Starts no more checks; those that run end by themselves. */
  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
  }

  /** Starts anew for a console that knows of nothing. */
  greet(): void {
    this.#teller.whole();
  }

  #tick(): void {
    const { places } = this.#parts.book;
    if (places !== this.#places) {
      this.#places = places;
      this.#rounds.check(places);
      this.#teller.whole();
    }
    this.#rounds.tick();
  }

  #second(): void {
    this.#parts.turned();
    this.#teller.tell();
  }

  #ended(place: CheckedPlace, result: Parameters<HealthBook['take']>[1]): void {
    const { book, clock, log, turned } = this.#parts;
    const { before, after } = book.take(place, result, clock());
    this.#teller.checked(place);
    if (before.verdict === after.verdict) return;
    log(`check ${after.verdict}: ${place.place}: ${outcomeText(result.outcome)}`);
    turned();
    this.#teller.tell();
  }
}
