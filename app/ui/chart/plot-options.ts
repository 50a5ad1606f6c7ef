import type uPlot from 'uplot';
import type { ChartLine } from './chart-data.ts';
import { marksHeight, targetsWidth } from './chart-paint.ts';
import { shortNumber } from './short-number.ts';
import { lonePoints } from './stacked-values.ts';
import { areaPaintOf, paintOf } from './theme-colours.ts';
import { timeLabels } from './time-labels.ts';

export type ChartKind = 'stack' | 'steps' | 'lines';

export interface PlotShape {
  readonly kind: ChartKind;
  /** The highest number of the axis, where it is known from the start. */
  readonly top: number | null;
  readonly hasTargets: boolean;
  readonly axisText: (value: number) => string;
}

export interface PlotEvents {
  /** What else is painted, before and after the numbers. */
  readonly paintBelow: (plot: uPlot) => void;
  readonly paintAbove: (plot: uPlot) => void;
  readonly onSelect: (from: number, to: number) => void;
}

const axisWidth = 44;

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How far apart the ticks of time may be: uPlot’s own, and two and twenty of what has them. */
const timesApart = [
  ...[1, 2, 5, 10, 15, 20, 30].map((count) => count * second),
  ...[1, 2, 5, 10, 15, 20, 30].map((count) => count * minute),
  ...[1, 2, 3, 4, 6, 8, 12].map((count) => count * hour),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15].map((count) => count * day),
  ...[1, 2, 3, 4, 6, 12].map((count) => count * 30 * day),
];

/** Everything that a plot is told once; numbers and the time in sight are given to it later, again and again. */
export function plotOptions(
  lines: readonly ChartLine[],
  shape: PlotShape,
  events: PlotEvents,
  size: { readonly width: number; readonly height: number; readonly paths: uPlot.Series.PathBuilder | undefined },
): uPlot.Options {
  const { kind, top, hasTargets } = shape;
  const font = `11px ${getComputedStyle(document.documentElement).getPropertyValue('--font-geist-mono') || 'monospace'}`;
  const ink = paintOf('var(--ink-3)');
  const grid = { stroke: paintOf('var(--line)'), width: 1 };
  const isArea = kind !== 'lines';
  const axis = { font, stroke: ink, grid, ticks: { show: false }, gap: 5 };
  return {
    width: size.width,
    height: size.height,
    ms: 1,
    padding: [marksHeight, hasTargets ? targetsWidth + 2 : 4, 0, 0],
    // Over areas, or they would hide it.
    drawOrder: ['series', 'axes'] as uPlot.DrawOrderKey[],
    legend: { show: false },
    cursor: {
      y: false,
      points: { show: false },
      drag: { x: true, y: false, setScale: false, dist: 6 },
    },
    scales: {
      x: { time: true, auto: false },
      y: { auto: top === null, range: (_, __, max) => [0, top ?? (max > 0 ? max * 1.06 : 1)] },
    },
    axes: [
      {
        ...axis,
        size: 20,
        space: 74,
        incrs: timesApart,
        grid: { show: false },
        values: (_, splits, __, ___, apart) => timeLabels(splits, apart),
      },
      { ...axis, size: axisWidth, space: 26, values: (_, splits) => splits.map(shape.axisText) },
    ],
    series: [
      {},
      // The highest of a stack is painted first, and those below over it.
      ...(isArea ? lines.toReversed() : lines).map((line): uPlot.Series => {
        const colour = paintOf(line.colour);
        return {
          label: line.label,
          stroke: isArea ? paintOf('var(--paper)') : colour,
          width: isArea ? 0.75 : 1.5,
          spanGaps: false,
          ...(isArea ? { fill: areaPaintOf(line.colour) } : {}),
          ...(line.dashed ? { dash: [4, 3] } : {}),
          ...(size.paths ? { paths: size.paths } : {}),
          points: {
            show: false,
            size: 3,
            fill: colour,
            stroke: colour,
            filter: (plot, at) => lonePoints((plot.data[at] ?? []) as (number | null)[]),
          },
        };
      }),
    ],
    hooks: {
      drawClear: [events.paintBelow],
      draw: [events.paintAbove],
      setSelect: [
        (plot) => {
          const { left, width } = plot.select;
          if (width <= 0) return;
          events.onSelect(plot.posToVal(left, 'x'), plot.posToVal(left + width, 'x'));
          plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
    },
  };
}

export const axisTexts = {
  number: shortNumber,
  percent: (share: number): string => `${Math.round(share * 100)}%`,
};
