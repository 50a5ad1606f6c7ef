'use client';

import { type ReactNode, useId, useMemo, useState } from 'react';
import { useCursorAt, useOwnCursorAt } from './chart-cursor.ts';
import { type ChartData, type ChartRange, pointAt } from './chart-data.ts';
import { type ChartMark, groupedMarks, groupNear } from './chart-marks.ts';
import type { ChartTargets } from './chart-paint.ts';
import { ChartPlot, type PlotPlace } from './chart-plot.tsx';
import { ChartTip } from './chart-tip.tsx';
import { axisTexts, type ChartKind } from './plot-options.ts';
import { useChartKeys } from './use-chart-keys.ts';

/** Pixels between marks that can be told apart, and within which the cursor is at one. */
const marksApart = 16;
const markReach = 8;

export interface ChartProps {
  readonly title: string;
  readonly unit?: string;
  readonly data: ChartData;
  readonly range: ChartRange;
  readonly kind: ChartKind;
  /** `share`: from 0 to 100 %. */
  readonly scale?: 'number' | 'share';
  readonly valueText: (value: number) => string;
  /** The time of a point, as it is read. */
  readonly whenText: (at: number) => string;
  /** What all lines are together, at each point; null where their sum means nothing. */
  readonly total: { readonly label: string; readonly values: readonly (number | null)[] } | null;
  readonly marks: readonly ChartMark[];
  readonly targets?: ChartTargets | null;
  readonly height: number;
  readonly onZoom: (range: ChartRange) => void;
  /** Shown in the head when nobody points: the newest numbers. */
  readonly now: ReactNode;
  readonly actions?: ReactNode;
  readonly words: ChartWords;
}

export interface ChartWords {
  readonly unknown: string;
  /** How the cursor is moved by keys. */
  readonly keys: string;
}

/** Numbers over time, with what happened. The cursor and its keys are those of all charts of the page. */
export function Chart(props: ChartProps) {
  const { title, unit, data, range, kind, total, marks, height, valueText, whenText, words } = props;
  const id = useId();
  const [place, setPlace] = useState<PlotPlace>({ left: 0, width: 600 });
  const perPixel = (range.to - range.from) / Math.max(1, place.width);
  // Groups must not jump from second to second while the range moves on: they hold for some pixels.
  const apart = 2 ** Math.round(Math.log2(marksApart * perPixel));
  const groups = useMemo(() => groupedMarks(marks, apart), [marks, apart]);
  const keys = useChartKeys(id, data, groups, props.onZoom);
  const at = useOwnCursorAt(id);
  const point = at === null ? null : pointAt(data, at);
  const group = at === null ? null : groupNear(groups, at, markReach * perPixel);
  const totalAt = point === null ? null : (total?.values[point] ?? null);
  const tip = { data, isStack: kind !== 'lines', point, valueText, group, unknown: words.unknown };
  const left = at === null ? 0 : place.left + (at - range.from) / perPixel;
  const isShare = props.scale === 'share';
  const newestText = data.count === 0 ? words.unknown : whenText(data.start + (data.count - 1) * data.step);
  return (
    <figure className="min-w-0" aria-label={title}>
      <figcaption className="flex h-6 items-center gap-2 pr-1 pl-4">
        <span className="font-medium">{title}</span>
        {unit ? <span className="label-text text-ink-3">{unit}</span> : null}
        <HeadValue data={data} total={total} valueText={valueText} now={props.now} />
        <span className="ml-auto flex items-center">{props.actions}</span>
      </figcaption>
      <p id={`${id}-keys`} hidden>
        {words.keys}
      </p>
      <div
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no input could hold the canvas
        role="slider"
        tabIndex={0}
        aria-label={title}
        aria-describedby={`${id}-keys`}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={Math.max(0, data.count - 1)}
        aria-valuenow={point ?? Math.max(0, data.count - 1)}
        aria-valuetext={at === null ? newestText : spoken({ ...tip, when: whenText(at), total, totalAt })}
        onKeyDown={keys.onKeyDown}
        onFocus={(event) => {
          if (event.currentTarget.matches(':focus-visible')) keys.onFocus();
        }}
        onBlur={keys.onBlur}
        className="relative pl-2"
      >
        <ChartPlot
          id={id}
          data={data}
          range={range}
          shape={{
            kind,
            top: isShare ? 1 : null,
            hasTargets: Boolean(props.targets),
            axisText: isShare ? axisTexts.percent : axisTexts.number,
          }}
          height={height}
          groups={groups}
          targets={props.targets ?? null}
          anchor={keys.anchor}
          onZoom={props.onZoom}
          onPlace={(next) =>
            setPlace((before) => (before.left === next.left && before.width === next.width ? before : next))
          }
        />
        {at === null ? null : (
          <ChartTip
            {...tip}
            when={whenText(point === null ? at : data.start + point * data.step)}
            total={total && { label: total.label, value: totalAt }}
            left={left + 8}
            room={place.left + place.width + 8}
          />
        )}
      </div>
    </figure>
  );
}

interface HeadValueProps extends Pick<ChartProps, 'data' | 'total' | 'valueText' | 'now'> {}

/** The number at the cursor of the page, whichever chart it is in; else what is now. */
function HeadValue({ data, total, valueText, now }: HeadValueProps) {
  const at = useCursorAt();
  const point = at === null ? null : pointAt(data, at);
  if (at === null) return now;
  const value = (of: readonly (number | null)[]) => {
    const number = point === null ? null : of[point];
    return number == null ? '–' : valueText(number);
  };
  if (total) return <span className="figures text-ink">{value(total.values)}</span>;
  if (data.lines.length > 2) return null;
  return data.lines.map((line) => (
    <span key={line.id} className="figures inline-flex items-center gap-1 text-ink">
      {data.lines.length > 1 ? (
        <span className="size-2 rounded-[1px]" style={{ background: line.colour }} title={line.label} />
      ) : null}
      {value(line.values)}
    </span>
  ));
}

interface Spoken extends Pick<Parameters<typeof ChartTip>[0], 'data' | 'point' | 'valueText' | 'group' | 'unknown'> {
  readonly when: string;
  readonly total: ChartProps['total'];
  readonly totalAt: number | null;
}

/** What stands under the cursor, for people who hear it. */
function spoken({ data, point, valueText, group, unknown, when, total, totalAt }: Spoken): string {
  const values = data.lines.flatMap(({ label, values: list }) => {
    const value = point === null ? null : list[point];
    return value == null ? [] : [`${label} ${valueText(value)}`];
  });
  const sum = total && totalAt !== null && values.length > 1 ? [`${total.label} ${valueText(totalAt)}`] : [];
  const marks = group?.marks.map(({ text }) => text) ?? [];
  return [when, ...(values.length > 0 ? [...sum, ...values] : [unknown]), ...marks].join(', ');
}
