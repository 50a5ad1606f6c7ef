/**
 * One at a time to the kernel's table, writers before readers.
 *
 * A change in the middle of a dump corrupts it silently: entries are missed or come twice, and the kernel never says
 * so. A reader asks `writerWaits` between its dumps and gives its turn up, so that a drain doesn't wait for a sample of
 * 10,000 destinations.
 */
export class Turns {
  #busy = false;
  readonly #writers: (() => void)[] = [];
  readonly #readers: (() => void)[] = [];

  get writerWaits(): boolean {
    return this.#writers.length > 0;
  }

  write<T>(run: () => Promise<T>): Promise<T> {
    return this.#take(this.#writers, run);
  }

  read<T>(run: () => Promise<T>): Promise<T> {
    return this.#take(this.#readers, run);
  }

  async #take<T>(line: (() => void)[], run: () => Promise<T>): Promise<T> {
    if (this.#busy) await new Promise<void>((resolve) => line.push(resolve));
    this.#busy = true;
    try {
      return await run();
    } finally {
      const next = this.#writers.shift() ?? this.#readers.shift();
      // Stays busy when handed on: nobody can step in before the next one wakes.
      if (next) next();
      else this.#busy = false;
    }
  }
}
