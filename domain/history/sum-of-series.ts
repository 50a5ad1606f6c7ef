import { type FieldLists, fieldAt, type HistoryField } from './fields.ts';
import type { Points } from './points.ts';
import { eachHole } from './total-points.ts';

/**
 * The numbers of several destinations added up, one after the other, so that many of them take no memory.
 *
 * Where the numbers of one are missing for a while, the sum is a gap: without it, it would dip with nothing wrong. A
 * destination that came later or left counts for nothing before and after. The highest ActiveConn of destinations
 * don't add up, as they needn't be at one moment: a sum has none.
 */
export class SumOfSeries {
  readonly #fields: readonly HistoryField[];
  readonly #sums: ReadonlyMap<HistoryField, Float64Array>;
  readonly #known: Uint32Array;
  readonly #missing: Uint8Array;

  constructor(count: number, fields: readonly HistoryField[]) {
    this.#fields = fields.filter((field) => field !== 'activeConnMax');
    this.#sums = new Map(this.#fields.map((field) => [field, new Float64Array(count)]));
    this.#known = new Uint32Array(count);
    this.#missing = new Uint8Array(count);
  }

  add(points: Points): void {
    eachHole(points, (from, to) => this.#missing.fill(1, from, to));
    for (let point = 0; point < points.count; point++) {
      if (points.isGap(point)) continue;
      this.#known[point] = (this.#known[point] ?? 0) + 1;
      for (const [field, sums] of this.#sums) sums[point] = (sums[point] ?? 0) + (fieldAt(points, point, field) ?? 0);
    }
  }

  get lists(): FieldLists {
    const isGap = (point: number) => this.#known[point] === 0 || this.#missing[point] === 1;
    const listOf = (sums: Float64Array) =>
      Array.from(sums, (sum, point) => (isGap(point) ? null : Math.round(sum * 1000) / 1000));
    return Object.fromEntries([...this.#sums].map(([field, sums]) => [field, listOf(sums)]));
  }
}
