import type { ReactNode } from 'react';
import type { ChartData } from './chart-data.ts';
import type { MarkGroup } from './chart-marks.ts';

/** Lines that a tip has room for; the highest are kept. */
const mostLines = 14;

interface ChartTipProps {
  readonly data: ChartData;
  readonly isStack: boolean;
  readonly point: number | null;
  readonly when: ReactNode;
  readonly valueText: (value: number) => string;
  /** What the lines are together, and its name; null where that means nothing. */
  readonly total: { readonly label: string; readonly value: number | null } | null;
  readonly group: MarkGroup | null;
  /** Pixels from the left of the chart, and the room there is. */
  readonly left: number;
  readonly room: number;
  /** What to say where nothing is known. */
  readonly unknown: string;
}

/** The numbers under the cursor, and what happened there. */
export function ChartTip({ data, isStack, point, when, valueText, total, group, left, room, unknown }: ChartTipProps) {
  const rows = data.lines.map((line) => ({ line, value: point === null ? null : (line.values[point] ?? null) }));
  const known = rows.filter(({ value }) => value !== null);
  const most = known.length > mostLines ? highest(known) : known;
  // As they stand in a stack, the highest above.
  const shown = isStack ? most.toReversed() : most;
  const isRight = left > room / 2;
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute top-3 z-20 max-w-[min(340px,80%)] rounded-sm bg-panel px-2 py-1.5 shadow-panel"
      style={isRight ? { right: room - left + 10 } : { left: left + 10 }}
    >
      <p className="figures text-[11.5px] text-ink-2">{when}</p>
      {known.length === 0 ? <p className="text-ink-3">{unknown}</p> : null}
      <ul>
        {shown.map(({ line, value }) => (
          <li key={line.id} className="flex items-center gap-1.5 leading-4">
            <span className="size-2 shrink-0 rounded-[1px]" style={{ background: line.colour }} />
            <span className="min-w-0 flex-1 truncate pr-3">{line.label}</span>
            <span className="figures whitespace-nowrap">{value === null ? '–' : valueText(value)}</span>
          </li>
        ))}
        {total && known.length > 1 ? (
          <li className="flex gap-3 pl-3.5 leading-4">
            <span className="flex-1 text-ink-2">{total.label}</span>
            <span className="figures whitespace-nowrap font-medium">
              {total.value === null ? '–' : valueText(total.value)}
            </span>
          </li>
        ) : null}
      </ul>
      {group ? (
        <ul className="mt-1 border-t pt-1">
          {group.marks.slice(0, 6).map((mark) => (
            <li key={mark.id} className={mark.tone === 'bad' ? 'text-bad' : 'text-ink'}>
              {mark.text}
            </li>
          ))}
          {group.marks.length > 6 ? <li className="text-ink-3">+{group.marks.length - 6}</li> : null}
        </ul>
      ) : null}
    </div>
  );
}

function highest<Row extends { readonly value: number | null }>(rows: readonly Row[]): Row[] {
  const kept = new Set(rows.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0)).slice(0, mostLines));
  return rows.filter((row) => kept.has(row));
}
