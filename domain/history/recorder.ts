import type { Sampled } from './passage.ts';
import { RecordedMinute } from './recorded-minute.ts';
import { spreadOver } from './second-points.ts';
import { seconds } from './tiers.ts';

const minute = 60_000;
const keptMinutes = seconds.kept / minute + 1;
/** Samples from before a minute that its first seconds are made with. */
const samplesBefore = 2 * spreadOver + 1;
/** Without a sample for so long, what there is of a minute is closed. Milliseconds. */
const silence = 10_000;

const minuteOf = (at: number): number => Math.floor(at / minute) * minute;

/**
 * Cuts a director's samples into minutes, and keeps the last ten.
 *
 * Taking a sample costs nothing that grows with the table. It has no clock: times come with the samples.
 */
export class Recorder {
  #samples: Sampled[] = [];
  readonly #closed: RecordedMinute[] = [];
  /** What the last minute that was closed left for the next one: its samples count for it no more. */
  #closedUpTo = Number.NEGATIVE_INFINITY;

  /** Closed minutes, oldest first. */
  get closed(): readonly RecordedMinute[] {
    return this.#closed;
  }

  /** Those that are not closed yet, made anew at each call. */
  get open(): RecordedMinute[] {
    return this.#openStarts().map((start) => new RecordedMinute(start, this.#samples));
  }

  /** Takes a sample. The array of its numbers must not be changed afterwards; the sample may be, as a `History` does. */
  push({ table, kernelTime, receivedAt, numbers }: Sampled): void {
    const sample = { table, kernelTime, receivedAt, numbers };
    const last = this.#samples.at(-1);
    // The console's clock was set back: what comes now belongs to a time that was closed already.
    if (last && sample.receivedAt < last.receivedAt) this.#closeAll();
    this.#samples.push(sample);
    for (const start of this.#openStarts()) {
      const later = this.#samples.filter(({ receivedAt }) => receivedAt >= start + minute).length;
      if (later >= spreadOver) this.#close(start);
    }
  }

  /** Closes what waits for samples that don't come, at the moment `now` (milliseconds since 1970), or at once. */
  sweep(now: number | 'at once'): void {
    const last = this.#samples.at(-1);
    if (last && (now === 'at once' || Math.abs(now - last.receivedAt) > silence)) this.#closeAll();
  }

  /** Whether nothing of it is needed any more at the moment `now`: no sample for longer than seconds are kept. */
  isOver(now: number): boolean {
    const newest = this.#closed.at(-1)?.start ?? now;
    return this.#samples.length === 0 && Math.abs(now - newest) > seconds.kept + minute;
  }

  #openStarts(): number[] {
    const starts = this.#samples.map(({ receivedAt }) => minuteOf(receivedAt));
    return [...new Set(starts)].filter((start) => start >= this.#closedUpTo);
  }

  #closeAll(): void {
    for (const start of this.#openStarts()) this.#close(start);
    this.#samples = [];
    this.#closedUpTo = Number.NEGATIVE_INFINITY;
  }

  #close(start: number): void {
    this.#closed.push(new RecordedMinute(start, this.#samples));
    // One that waits to be written is kept beyond its time, but not for ever.
    while (this.#closed.length > keptMinutes) this.#closed.shift();
    this.#closedUpTo = start + minute;
    const first = this.#samples.findIndex(({ receivedAt }) => receivedAt >= start + minute);
    if (first > samplesBefore) this.#samples = this.#samples.slice(first - samplesBefore);
  }
}
