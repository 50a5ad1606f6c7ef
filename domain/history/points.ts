/**
 * What is kept of a destination for each step of time, and in which order.
 *
 * All are whole numbers from 0 to `largestNumber`. Counters are kept as how much they rose, not as rates: what is added
 * up over any time is exact.
 */
export const columns = [
  /** Hundredths of a second for which the numbers hold; 0 is a gap, and then the other columns say nothing. */
  'covered',
  /** Mean over that time, in tenths of a connection. */
  'activeConn',
  /** How far the highest ActiveConn was above the whole part of its mean. */
  'activePeak',
  'inactConn',
  'persistConn',
  /** Rises of the counters in that time. */
  'conns',
  'inPackets',
  'outPackets',
  'inBytes',
  'outBytes',
] as const;

export type Column = (typeof columns)[number];

export const gaugeColumns = ['activeConn', 'inactConn', 'persistConn'] as const;
export const riseColumns = ['conns', 'inPackets', 'outPackets', 'inBytes', 'outBytes'] as const;

/** Above this, differences of two numbers could not be told exactly. Two petabytes in a step are below it. */
export const largestNumber = 2 ** 51;

const indexOf = Object.fromEntries(columns.map((column, index) => [column, index])) as Record<Column, number>;

/** A destination's numbers at steps of time that follow each other, a column after the other in one list. */
export class Points {
  readonly count: number;
  readonly values: Float64Array;

  /** All gaps. */
  constructor(count: number) {
    this.count = count;
    this.values = new Float64Array(count * columns.length);
  }

  /** A column, as the part of the list that it is: what is written there is written here. */
  column(column: Column): Float64Array {
    const from = indexOf[column] * this.count;
    return this.values.subarray(from, from + this.count);
  }

  /** A number; 0 outside of 0 … count - 1. */
  at(column: Column, point: number): number {
    return point < 0 || point >= this.count ? 0 : (this.values[indexOf[column] * this.count + point] ?? 0);
  }

  set(column: Column, point: number, value: number): void {
    this.values[indexOf[column] * this.count + point] = value;
  }

  isGap(point: number): boolean {
    return this.at('covered', point) === 0;
  }

  /** Takes another one's point in the place of one of ours. */
  take(point: number, from: Points, other: number): void {
    for (const column of columns) this.set(column, point, from.at(column, other));
  }
}

/** The highest ActiveConn of a point that is not a gap. */
export const activeMax = (points: Points, point: number): number =>
  Math.floor(points.at('activeConn', point) / 10) + points.at('activePeak', point);
