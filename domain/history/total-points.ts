import { activeMax, Points, riseColumns } from './points.ts';

/** A destination whose numbers are missing for longer than this many points was not there; for less, it was. */
export const longestHole = 5;

/** Calls `fill` for each hole in a destination's numbers: from the first missing point to the one after the last. */
export function eachHole(points: Points, fill: (from: number, to: number) => void): void {
  let before = Number.NEGATIVE_INFINITY;
  for (let point = 0; point < points.count; point++) {
    if (points.isGap(point)) continue;
    if (point - before > 1 && point - before <= longestHole + 1) fill(before + 1, point);
    before = point;
  }
}

/**
 * Points of several destinations as if they were one: of points so short (a second) that ActiveConn is one moment's, so
 * that the highest of the total can be told later. Where one is missing for a moment, the total is a gap.
 */
export class TotalPoints {
  readonly #total: Points;
  readonly #missing: Uint8Array;

  constructor(count: number) {
    this.#total = new Points(count);
    this.#missing = new Uint8Array(count);
  }

  add(points: Points): void {
    eachHole(points, (from, to) => this.#missing.fill(1, from, to));
    const total = this.#total;
    for (let point = 0; point < points.count; point++) {
      if (points.isGap(point)) continue;
      const highest = activeMax(total, point) + activeMax(points, point);
      for (const column of ['activeConn', 'inactConn', 'persistConn', ...riseColumns] as const)
        total.set(column, point, total.at(column, point) + points.at(column, point));
      total.set('activePeak', point, Math.max(0, highest - Math.floor(total.at('activeConn', point) / 10)));
      total.set('covered', point, Math.max(total.at('covered', point), points.at('covered', point)));
    }
  }

  get points(): Points {
    const points = new Points(this.#total.count);
    for (let point = 0; point < points.count; point++)
      if (this.#missing[point] === 0 && !this.#total.isGap(point)) points.take(point, this.#total, point);
    return points;
  }
}
