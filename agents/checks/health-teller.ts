import type { CheckState } from '../../domain/checks/check-state.ts';
import type { DestinationHealth, HealthMessage } from '../../domain/wire/health-message.ts';
import type { CheckedPlace } from './checked-places.ts';
import type { HealthBook } from './health-book.ts';

export interface TellerParts {
  readonly book: Pick<HealthBook, 'places' | 'stateOf'>;
  /** Milliseconds since 1970, as results were taken. */
  readonly clock: () => number;
  /** False when the message was dropped because the way is full, or nobody is there. */
  readonly send: (message: HealthMessage) => boolean;
}

/** Destinations that one message tells of. */
const mostInMessage = 5_000;

/** Tells the console what checks found: everything to one that knows nothing, then what was checked since. */
export class HealthTeller {
  readonly #parts: TellerParts;
  #untold = new Set<CheckedPlace>();
  /** Whether the console is to hear of every place. */
  #whole = true;
  /** Whether it has heard of any: one that never did isn't told that there are none. */
  #spoke = false;

  constructor(parts: TellerParts) {
    this.#parts = parts;
  }

  /** Takes that a place was checked. */
  checked(place: CheckedPlace): void {
    this.#untold.add(place);
  }

  /** Starts anew: for a console that knows of nothing, or because other places are checked now. */
  whole(): void {
    this.#whole = true;
  }

  /** Tells what wasn't told yet. */
  tell(): void {
    const { book, send } = this.#parts;
    const whole = this.#whole;
    const places = whole ? book.places : [...this.#untold];
    if (places.length === 0 && !(whole && this.#spoke)) return;
    for (let at = 0; at === 0 || at < places.length; at += mostInMessage) {
      const destinations = places.slice(at, at + mostInMessage).map((place) => this.#healthOf(place));
      // What was dropped is told wholly at the next turn.
      if (send({ type: 'health', whole: whole && at === 0, destinations })) continue;
      this.whole();
      return;
    }
    this.#spoke = true;
    this.#whole = false;
    this.#untold = new Set();
  }

  #healthOf(place: CheckedPlace): DestinationHealth {
    const { book, clock } = this.#parts;
    return { service: place.service, destination: place.destination, ...toldState(book.stateOf(place), clock()) };
  }
}

function toldState(
  { verdict, since, streak, streakSince, needed, falls, last }: CheckState,
  now: number,
): Omit<DestinationHealth, 'service' | 'destination'> {
  const ago = (at: number | null): number | null => (at === null ? null : Math.max(0, Math.round(now - at)));
  return {
    ...{ verdict, streak, needed, falls, since: ago(since), streakSince: ago(streakSince) },
    last: last && { ...last, at: Math.max(0, Math.round(now - last.at)) },
  };
}
