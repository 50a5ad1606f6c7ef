/** Something that a chart draws a line or an area of. */
export interface ChartLine {
  readonly id: string;
  readonly label: string;
  /** A number for each point of the chart; null is a gap. */
  readonly values: readonly (number | null)[];
  /** The colour as CSS has it: `var(--series-1)`. */
  readonly colour: string;
  readonly dashed?: boolean;
}

/** Numbers of one time: point `i` holds for `step` milliseconds from `start + i * step` (since 1970) on. */
export interface ChartData {
  readonly start: number;
  readonly step: number;
  readonly count: number;
  /** In a stack, the first one is at the bottom. */
  readonly lines: readonly ChartLine[];
}

/** What part of a time is in sight. Milliseconds since 1970. */
export interface ChartRange {
  readonly from: number;
  readonly to: number;
}

/** The point that holds at a moment; null before the first and after the last. */
export function pointAt({ start, step, count }: Omit<ChartData, 'lines'>, at: number): number | null {
  const point = Math.floor((at - start) / step);
  return point >= 0 && point < count ? point : null;
}

/** Where the numbers of points stand on the axis of time: in the middle of what they hold for. */
export const middles = ({ start, step, count }: Omit<ChartData, 'lines'>): number[] =>
  Array.from({ length: count }, (_, point) => start + (point + 0.5) * step);
