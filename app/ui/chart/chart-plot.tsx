'use client';

import { useContext, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { type ChartCursor, CursorContext } from './chart-cursor.ts';
import { type ChartData, type ChartRange, middles } from './chart-data.ts';
import type { MarkGroup } from './chart-marks.ts';
import { type ChartTargets, paintGaps, paintMarks, paintTargets } from './chart-paint.ts';
import { type PlotShape, plotOptions } from './plot-options.ts';
import { stackedValues } from './stacked-values.ts';
import { useThemeName } from './theme-colours.ts';

interface ChartPlotProps {
  readonly id: string;
  readonly data: ChartData;
  readonly range: ChartRange;
  readonly shape: PlotShape;
  readonly height: number;
  readonly groups: readonly MarkGroup[];
  readonly targets: ChartTargets | null;
  /** The start of a stretch that is being chosen by keys. */
  readonly anchor: number | null;
  readonly onZoom: (range: ChartRange) => void;
  /** The canvas's place in the chart, where the numbers are, in CSS pixels. */
  readonly onPlace: (place: PlotPlace) => void;
}

export interface PlotPlace {
  readonly left: number;
  readonly width: number;
}

/** The canvas of a chart. It is made anew when the lines or the theme change; new numbers are only drawn. */
export function ChartPlot(props: ChartPlotProps) {
  const { id, data, range, shape, height, groups, targets, anchor } = props;
  const cursor = useContext(CursorContext);
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const [width, setWidth] = useState(0);
  const theme = useThemeName();
  const latest = useRef({ data, groups, targets });
  const made = JSON.stringify([theme, shape, data.lines.map(({ id: line, colour }) => [line, colour])]);

  const onZoom = useEffectEvent(props.onZoom);
  const onPlace = useEffectEvent(props.onPlace);
  const make = useEffectEvent((into: HTMLElement): uPlot => {
    const events = {
      paintBelow: (drawn: uPlot) => paintGaps(drawn, latest.current.data),
      paintAbove: (drawn: uPlot) => {
        if (latest.current.targets) paintTargets(drawn, latest.current.targets);
        paintMarks(drawn, latest.current.groups);
      },
      onSelect: (from: number, to: number) => onZoom({ from, to }),
    };
    const paths = shape.kind === 'steps' ? uPlot.paths.stepped?.({ align: 1 }) : undefined;
    const size = { width, height, paths };
    return new uPlot(plotOptions(data.lines, shape, events, size), plotData(data, shape), into);
  });

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  // `made` stands for all that a plot can't be told later.
  const isSized = width > 0;
  useEffect(() => {
    if (!box.current || !isSized) return;
    const drawn = make(box.current);
    plot.current = drawn;
    // Not by uPlot's hook, which also tells of what we, and new numbers, do to its cursor.
    const onMove = (event: MouseEvent) =>
      cursor.set(drawn.posToVal(event.clientX - drawn.over.getBoundingClientRect().left, 'x'), id);
    const onLeave = () => cursor.set(null, null);
    drawn.over.addEventListener('mousemove', onMove);
    drawn.over.addEventListener('mouseleave', onLeave);
    const stop = cursor.subscribe(() => followCursor(drawn, cursor, id));
    return () => {
      stop();
      plot.current = null;
      drawn.destroy();
    };
  }, [made, isSized, cursor, id]);

  useEffect(() => {
    plot.current?.setSize({ width, height });
  }, [width, height]);

  const draw = useEffectEvent(() => {
    latest.current = { data, groups, targets };
    const drawn = plot.current;
    if (!drawn) return;
    drawn.batch(() => {
      drawn.setData(plotData(data, shape), false);
      drawn.setScale('x', { min: range.from, max: range.to });
    });
    const { left = -1 } = drawn.cursor;
    // The pointer stays where it is while time goes on below it.
    if (isPointedAt(drawn, cursor, id) && left >= 0) cursor.set(drawn.posToVal(left, 'x'), id);
    else followCursor(drawn, cursor, id);
    onPlace({ left: drawn.over.offsetLeft, width: drawn.over.clientWidth });
  });
  useEffect(() => draw(), [data, groups, targets, range.from, range.to, width, made]);

  useEffect(() => {
    const drawn = plot.current;
    if (!drawn || anchor === null) return;
    const show = () => {
      const [from, to] = [anchor, cursor.at() ?? anchor].toSorted((a, b) => a - b);
      const left = drawn.valToPos(from ?? anchor, 'x');
      const right = drawn.valToPos(to ?? anchor, 'x');
      drawn.setSelect({ left, top: 0, width: Math.max(1, right - left), height: drawn.over.clientHeight }, false);
    };
    show();
    const stop = cursor.subscribe(show);
    return () => {
      stop();
      drawn.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    };
  }, [anchor, cursor]);

  return <div ref={box} className="chart-plot" style={{ height }} />;
}

const isPointedAt = (plot: uPlot, cursor: ChartCursor, id: string): boolean =>
  cursor.chart() === id && plot.over.matches(':hover');

/** Puts the line where the page's cursor stands. The chart that the pointer is on has put it there by itself. */
function followCursor(plot: uPlot, cursor: ChartCursor, id: string): void {
  if (isPointedAt(plot, cursor, id)) return;
  const at = cursor.at();
  const left = at === null ? -10 : plot.valToPos(at, 'x');
  plot.setCursor({ left: left >= 0 && left <= plot.over.clientWidth ? left : -10, top: 0 }, false);
}

function plotData(data: ChartData, { kind }: PlotShape): uPlot.AlignedData {
  const lists = data.lines.map(({ values }) => values as (number | null)[]);
  const drawn = kind === 'lines' ? lists : stackedValues(lists, data.count).toReversed();
  const times =
    kind === 'steps' ? Array.from({ length: data.count }, (_, point) => data.start + point * data.step) : middles(data);
  return [times, ...drawn];
}
