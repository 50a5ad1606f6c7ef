import { decodeBlock, encodeBlock } from './block-codec.ts';
import { type Passage, passagesOf, type Sampled } from './passage.ts';
import type { Points } from './points.ts';
import { secondPoints } from './second-points.ts';
import { type Series, type SeriesText, seriesOfTable } from './series.ts';
import { seconds } from './tiers.ts';

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
  readonly series: readonly Series[];
  /** How many of its series are on disk: the first ones. */
  written = 0;
  #passages: readonly (Passage | null)[];
  readonly #blocks = new Map<SeriesText, Uint8Array>();

  /** `samples` are those of the minute with the ones around it, oldest first. */
  constructor(start: number, samples: readonly Sampled[]) {
    this.start = start;
    this.#passages = passagesOf(samples);
    const inside = samples.filter(
      ({ receivedAt }) => receivedAt >= start && receivedAt < start + secondsAMinute * 1000,
    );
    const tables = new Set(inside.map(({ table }) => table));
    const [table, ...others] = [...tables].map(seriesOfTable);
    this.series = others.length === 0 ? (table ?? []) : allOf([table ?? [], ...others]);
  }

  /** A destination's 60 points; all gaps when it wasn't there. */
  points(series: Series): Points {
    const block = this.#blocks.get(series.text);
    if (block) return decodeBlock(block, secondsAMinute);
    return secondPoints(this.#passages, series, this.start / 1000, secondsAMinute);
  }

  /** As `points`, and packs them. */
  settle(series: Series): Points {
    const points = this.points(series);
    this.#blocks.set(series.text, encodeBlock(points));
    return points;
  }

  /** Takes that these first series are on disk. When all are, its samples are forgotten. */
  hasWritten(count: number): void {
    this.written = count;
    if (this.isWritten) this.#passages = [];
  }

  get isWritten(): boolean {
    return this.written >= this.series.length;
  }

  /** Bytes that its packed points take. */
  get size(): number {
    return [...this.#blocks.values()].reduce((sum, block) => sum + block.length, 0);
  }
}

const allOf = (tables: readonly (readonly Series[])[]): Series[] => [
  ...new Map(tables.flat().map((series) => [series.text, series])).values(),
];
