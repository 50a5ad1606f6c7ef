import type { CheckOutcome } from '../../domain/checks/check-outcome.ts';
import type { HealthVerdict } from '../../domain/checks/health.ts';

/** A destination whose check began to fail, or passes again. */
export interface Flip {
  /** As `placeText` has it. */
  readonly place: string;
  readonly verdict: Exclude<HealthVerdict, 'unchecked'>;
  readonly outcome: CheckOutcome | null;
}

/** Flips that the audit log is to be told of now, all of one verdict. */
export interface ToldFlips {
  readonly verdict: Flip['verdict'];
  readonly flips: readonly Flip[];
  /** Earlier flips of these that no entry tells of. */
  readonly untold: number;
}

/** Entries that one destination gets in a time; a check that comes and goes would fill the audit log. Milliseconds. */
const mostOfOne = 4;
const within = 600_000;

/** Flips of one moment above which one entry tells of all: a network that is gone fails everything behind it. */
const mostEntries = 20;

/** Gathers the flips of a director's checks for the audit log, damped. */
export class FlipTally {
  #waiting: Flip[] = [];
  readonly #told = new Map<string, { times: number[]; untold: number }>();

  take(flip: Flip): void {
    this.#waiting.push(flip);
  }

  /** What is to be told at `at` (milliseconds): an entry for each flip, or one for all where there are many. */
  due(at: number): readonly ToldFlips[] {
    if (this.#waiting.length === 0) return [];
    const waiting = this.#waiting.splice(0);
    const entries: ToldFlips[] = [];
    for (const verdict of ['failing', 'passing'] as const) {
      const flips = waiting.filter((flip) => flip.verdict === verdict);
      if (flips.length > mostEntries) entries.push({ verdict, flips, untold: 0 });
      else entries.push(...flips.flatMap((flip) => this.#entryOf(flip, at) ?? []));
    }
    return entries;
  }

  #entryOf(flip: Flip, at: number): ToldFlips | null {
    const told = this.#told.get(flip.place) ?? { times: [], untold: 0 };
    this.#told.set(flip.place, told);
    told.times = told.times.filter((time) => at - time < within);
    if (told.times.length >= mostOfOne) {
      told.untold++;
      return null;
    }
    told.times.push(at);
    const { untold } = told;
    told.untold = 0;
    return { verdict: flip.verdict, flips: [flip], untold };
  }
}
