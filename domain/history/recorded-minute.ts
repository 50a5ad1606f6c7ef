import { decodeBlock, encodeBlock } from './block-codec.ts';
import { type Passage, passagesOf, type Sampled } from './passage.ts';
import type { Points } from './points.ts';
import { secondPoints } from './second-points.ts';
import { directorTotal, type Series, type SeriesText, seriesOfTable } from './series.ts';
import { seconds } from './tiers.ts';
import { TotalPoints } from './total-points.ts';

const secondsAMinute = seconds.points;

/**
 * One minute of a director, a point a second.
 *
 * It is made of its samples at once, and of its destinations one by one when there is time: `settle` packs one, and
 * when all are written the samples' memory is given back.
 */
export class RecordedMinute {
  /** Milliseconds since 1970. */
  readonly start: number;
  /** Its destinations, and after them the director's total. */
  readonly series: readonly Series[];
  /** How many of its series are on disk: the first ones. */
  written = 0;
  #passages: readonly (Passage | null)[];
  readonly #blocks = new Map<SeriesText, Uint8Array>();
  /** Of those that are packed. */
  #total: TotalPoints | null = new TotalPoints(secondsAMinute);

  /** `samples` are those of the minute with the ones around it, oldest first. */
  constructor(start: number, samples: readonly Sampled[]) {
    this.start = start;
    this.#passages = passagesOf(samples);
    const inside = samples.filter(
      ({ receivedAt }) => receivedAt >= start && receivedAt < start + secondsAMinute * 1000,
    );
    const tables = new Set(inside.map(({ table }) => table));
    const [table, ...others] = [...tables].map(seriesOfTable);
    const destinations = others.length === 0 ? (table ?? []) : allOf([table ?? [], ...others]);
    this.series = [...destinations, directorTotal];
  }

  /** A destination's 60 points; all gaps when it wasn't there. */
  points(series: Series): Points {
    const block = this.#blocks.get(series.text);
    if (block) return decodeBlock(block, secondsAMinute);
    if (series === directorTotal) return this.#totalPoints();
    return secondPoints(this.#passages, series, this.start / 1000, secondsAMinute);
  }

  /** As `points`, and packs them. */
  settle(series: Series): Points {
    const points = this.points(series);
    if (!this.#blocks.has(series.text)) this.#total?.add(points);
    this.#blocks.set(series.text, encodeBlock(points));
    return points;
  }

  /** Takes that these first series are on disk. When all are, its samples are forgotten. */
  hasWritten(count: number): void {
    this.written = count;
    if (!this.isWritten) return;
    this.#passages = [];
    this.#total = null;
  }

  get isWritten(): boolean {
    return this.written >= this.series.length;
  }

  #totalPoints(): Points {
    const destinations = this.series.slice(0, -1);
    if (this.#total && destinations.every(({ text }) => this.#blocks.has(text))) return this.#total.points;
    const total = new TotalPoints(secondsAMinute);
    for (const series of destinations) total.add(this.points(series));
    return total.points;
  }

  /** Bytes that its packed points take. */
  get size(): number {
    return [...this.#blocks.values()].reduce((sum, block) => sum + block.length, 0);
  }
}

const allOf = (tables: readonly (readonly Series[])[]): Series[] => [
  ...new Map(tables.flat().map((series) => [series.text, series])).values(),
];
