import type { Logger } from 'pino';
import type { Sampled } from '../../domain/history/passage.ts';
import { Recorder } from '../../domain/history/recorder.ts';
import type { Database } from '../db/database.ts';
import { Turns } from '../db/turns.ts';
import { forgetOld } from './forget-old.ts';
import { KnownSeries } from './known-series.ts';
import { writeMinute } from './write-minute.ts';

interface Needs {
  readonly db: Database;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Milliseconds between two looks at what can be written. A kill loses the minute that is open, and this. */
const writeEvery = 2_000;
const forgetEvery = 60_000;

/** Keeps the history of every director: takes its samples, and writes its minutes when they are over. */
export class Collector {
  readonly #needs: Needs;
  readonly #recorders = new Map<string, Recorder>();
  readonly #turns = new Turns();
  readonly known: KnownSeries;
  #forgotAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.known = new KnownSeries(needs.db);
  }

  /** What is in memory of a director. */
  recorder(directorId: string): Recorder {
    let recorder = this.#recorders.get(directorId);
    if (!recorder) {
      recorder = new Recorder();
      this.#recorders.set(directorId, recorder);
    }
    return recorder;
  }

  take(directorId: string, sample: Sampled): void {
    this.recorder(directorId).push(sample);
  }

  start(): void {
    this.#timer = setInterval(() => void this.work(), writeEvery);
  }

  /** Writes what is left, the open minute included. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#turns.run(() => this.#write('at once'));
  }

  /** Writes every minute that is over, and forgets what is too old. What fails is tried again at the next call. */
  work(): Promise<void> {
    return this.#turns.run(async () => {
      const now = this.#needs.now();
      await this.#write(now);
      if (Math.abs(now - this.#forgotAt) < forgetEvery) return;
      this.#forgotAt = now;
      await this.#logged('old history could not be removed', () => forgetOld(this.#needs.db, this.known, now));
    });
  }

  async #write(now: number | 'at once'): Promise<void> {
    for (const [directorId, recorder] of this.#recorders) {
      recorder.sweep(now);
      await this.#logged('history could not be written', async () => {
        for (const minute of recorder.closed.filter(({ isWritten }) => !isWritten)) {
          const known = await this.known.with(directorId, minute.series, minute.start);
          await writeMinute(this.#needs.db, minute, known);
        }
        // A director that was removed, or is silent for long.
        if (now !== 'at once' && recorder.isOver(now)) this.#recorders.delete(directorId);
      });
    }
  }

  async #logged(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#needs.log.error({ err: error }, what);
    }
  }
}
