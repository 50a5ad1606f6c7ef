import { type KeyboardEvent, useContext, useState } from 'react';
import { CursorContext } from './chart-cursor.ts';
import type { ChartData, ChartRange } from './chart-data.ts';
import { groupBeside, type MarkGroup } from './chart-marks.ts';

interface ChartKeys {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  /** Where a stretch begins that Enter was pressed for; null when none is being chosen. */
  readonly anchor: number | null;
}

/** Points that Shift with an arrow goes at once. */
const leap = 10;

/**
 * The cursor by keys: arrows by a point, with Shift by ten, Home and End, Page Up and Down from mark to mark. Enter
 * begins a stretch, and again zooms into it; Escape lets go.
 */
export function useChartKeys(
  id: string,
  data: Omit<ChartData, 'lines'>,
  groups: readonly MarkGroup[],
  onZoom: (range: ChartRange) => void,
): ChartKeys {
  const cursor = useContext(CursorContext);
  const [anchor, setAnchor] = useState<number | null>(null);
  const { start, step, count } = data;
  const middle = (point: number) => start + (Math.min(count - 1, Math.max(0, point)) + 0.5) * step;
  const put = (at: number | undefined) => {
    if (at !== undefined) cursor.set(at, id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (count === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const at = cursor.at();
    const here = at === null ? count - 1 : Math.floor((at - start) / step);
    const by = event.shiftKey ? leap : 1;
    const acts: Record<string, () => void> = {
      ArrowLeft: () => put(middle(at === null ? here : here - by)),
      ArrowRight: () => put(middle(at === null ? here : here + by)),
      Home: () => put(middle(0)),
      End: () => put(middle(count - 1)),
      PageUp: () => put(groupBeside(groups, at, -1)?.at),
      PageDown: () => put(groupBeside(groups, at, 1)?.at),
      Enter: () => {
        if (at === null) return;
        if (anchor !== null && Math.abs(anchor - at) >= step)
          onZoom({ from: Math.min(anchor, at), to: Math.max(anchor, at) });
        setAnchor(anchor === null ? at : null);
      },
      Escape: () => {
        if (anchor === null) cursor.set(null, null);
        setAnchor(null);
      },
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return {
    onKeyDown,
    anchor,
    onFocus: () => {
      if (cursor.at() === null && count > 0) cursor.set(middle(count - 1), id);
      else cursor.set(cursor.at(), id);
    },
    onBlur: () => {
      setAnchor(null);
      if (cursor.chart() === id) cursor.set(null, null);
    },
  };
}
