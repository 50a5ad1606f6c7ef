import type { Run } from './command.ts';
import { durationOf, durationText } from './duration.ts';
import { Ending } from './exit-code.ts';

const usualTimeout = '10m';

/** A time that may be waited, counted from when it is made. */
export class Waiting {
  readonly #run: Run;
  readonly #until: number;
  readonly #seconds: number;

  constructor(run: Run) {
    this.#run = run;
    this.#seconds = durationOf(run.given.text('timeout') ?? usualTimeout, 'timeout');
    this.#until = run.world.now() + this.#seconds * 1000;
  }

  /** Seconds left, 0 at the end. */
  get left(): number {
    return Math.max(0, (this.#until - this.#run.world.now()) / 1000);
  }

  /** Looks once a second until there is something; ends with what is left to do when the time is over. */
  async until<T>(look: () => Promise<{ readonly done: T } | { readonly left: string }>): Promise<T> {
    for (;;) {
      const seen = await look();
      if ('done' in seen) return seen.done;
      if (this.left === 0) throw new Ending('timedOut', `After ${durationText(this.#seconds)}: ${seen.left}`);
      this.#run.terminal.progress(seen.left);
      await this.#run.world.sleep(Math.min(1000, this.left * 1000));
    }
  }
}
