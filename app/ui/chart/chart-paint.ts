import type uPlot from 'uplot';
import type { ChartData } from './chart-data.ts';
import type { MarkGroup } from './chart-marks.ts';
import { gapsOf } from './stacked-values.ts';
import { areaPaintOf, paintOf } from './theme-colours.ts';

/** What each part of a stack of shares should be: 0–1, from the bottom, from a moment on. */
export interface ChartTargets {
  /** Milliseconds since 1970: what held before isn't known. */
  readonly since: number;
  readonly parts: readonly { readonly share: number; readonly colour: string }[];
}

/** With more parts, lines over a stack hide more than they show: the column says it. */
const mostTargetLines = 6;

/** Pixels at the right of a chart with targets, for a column of them. */
export const targetsWidth = 12;

/** Pixels at the top of a chart, for the heads of marks. */
export const marksHeight = 12;

const crisp = (pixel: number): number => Math.round(pixel) + 0.5;

/** Tints the times of which nothing is known, so that a gap is not taken for a zero. */
export function paintGaps(plot: uPlot, data: ChartData): void {
  const { ctx, bbox } = plot;
  const lists = data.lines.map(({ values }) => values);
  ctx.save();
  ctx.fillStyle = paintOf('var(--idle-wash)');
  const clip = (x: number) => Math.min(bbox.left + bbox.width, Math.max(bbox.left, x));
  const x = (point: number) => clip(plot.valToPos(data.start + point * data.step, 'x', true));
  for (const { from, to } of gapsOf(lists, data.count)) {
    const left = from === 0 ? bbox.left : x(from);
    if (x(to) > left) ctx.fillRect(left, bbox.top, x(to) - left, bbox.height);
  }
  if (data.count === 0) ctx.fillRect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.restore();
}

/** A line for each group of marks with a head above the plot: a number in it when it stands for several. */
export function paintMarks(plot: uPlot, groups: readonly MarkGroup[]): void {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  ctx.save();
  ctx.lineWidth = ratio;
  ctx.font = `600 ${9 * ratio}px ${getComputedStyle(plot.root).fontFamily}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const { at, marks, tone } of groups) {
    const x = plot.valToPos(at, 'x', true);
    if (x < bbox.left || x > bbox.left + bbox.width) continue;
    const colour = paintOf(tone === 'bad' ? 'var(--bad)' : 'var(--ink)');
    ctx.strokeStyle = colour;
    ctx.fillStyle = colour;
    ctx.globalAlpha = 0.7;
    ctx.setLineDash([2 * ratio, 2 * ratio]);
    ctx.beginPath();
    ctx.moveTo(crisp(x), bbox.top);
    ctx.lineTo(crisp(x), bbox.top + bbox.height);
    ctx.stroke();
    ctx.globalAlpha = 1;
    const middle = bbox.top - 6.5 * ratio;
    if (marks.length === 1) {
      ctx.beginPath();
      ctx.moveTo(x - 4 * ratio, middle - 3.5 * ratio);
      ctx.lineTo(x + 4 * ratio, middle - 3.5 * ratio);
      ctx.lineTo(x, middle + 4 * ratio);
      ctx.fill();
      continue;
    }
    const text = marks.length > 99 ? '99' : String(marks.length);
    const half = (text.length === 1 ? 5 : 7.5) * ratio;
    ctx.beginPath();
    ctx.roundRect(x - half, middle - 5 * ratio, 2 * half, 10 * ratio, 2 * ratio);
    ctx.fill();
    ctx.fillStyle = paintOf('var(--paper)');
    ctx.fillText(text, x, middle + 0.5 * ratio);
  }
  ctx.restore();
}

/** Where each part of a stack of shares should end, as lines over it and a column beside it. */
export function paintTargets(plot: uPlot, { since, parts }: ChartTargets): void {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio;
  const right = bbox.left + bbox.width;
  const left = Math.max(bbox.left, Math.min(right, plot.valToPos(since, 'x', true)));
  ctx.save();
  let sum = 0;
  for (const { share, colour } of parts) {
    const bottom = plot.valToPos(sum, 'y', true);
    sum += share;
    const top = plot.valToPos(sum, 'y', true);
    ctx.fillStyle = areaPaintOf(colour);
    ctx.fillRect(right + 4 * ratio, top, (targetsWidth - 4) * ratio, Math.max(0, bottom - top));
    if (sum > 0.9999) break;
    ctx.fillStyle = paintOf('var(--paper)');
    ctx.fillRect(right + 4 * ratio, top - 0.5 * ratio, (targetsWidth - 4) * ratio, ratio);
    if (parts.length > mostTargetLines) continue;
    // Light and dark in turn, to be seen on any colour.
    for (const [offset, stroke] of [
      [0, 'var(--paper)'],
      [4, 'var(--ink)'],
    ] as const) {
      ctx.strokeStyle = paintOf(stroke);
      ctx.lineWidth = 1.5 * ratio;
      ctx.setLineDash([4 * ratio, 4 * ratio]);
      ctx.lineDashOffset = offset * ratio;
      ctx.beginPath();
      ctx.moveTo(left, top);
      ctx.lineTo(right, top);
      ctx.stroke();
    }
  }
  ctx.restore();
}
