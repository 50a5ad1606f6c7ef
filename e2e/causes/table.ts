import type { TrafficReport } from '../lab/traffic-settings.ts';
import type { CauseCase } from './cause-case.ts';

export interface Row {
  readonly number: number | null;
  readonly cause: string;
  readonly injected: string;
  readonly found: string;
  /** From the injection until the console said it; null where it is said at once or never. */
  readonly seconds: number | null;
  /** Null while that isn't known. */
  readonly othersSilent: boolean | null;
}

/** Causes that no lab can make, and what stands for them. */
export const simulated: readonly Row[] = [
  {
    ...{ number: 18, cause: 'directors in step', injected: 'simulated counters of 30 directors: fewer are never sure' },
    ...{ found: 'directors-in-step', seconds: null, othersSilent: null },
  },
];

export const rowOf = ({ number, cause, injected, says }: CauseCase): Row => ({
  ...{ number, cause, injected, seconds: null, othersSilent: null },
  found: says.code ? says.code : says.verdict.replaceAll('-', ' '),
});

/** How the lab carried fair traffic: where it could not, what was said in a run says nothing. */
export function trafficText(reports: readonly TrafficReport[]): string {
  const sum = (of: 'connections' | 'failures') =>
    reports.flatMap((report) => Object.values(report[of])).reduce((all, count) => all + count, 0);
  return `Fair traffic beside it: ${sum('connections')} connections, ${sum('failures')} failed.`;
}

/** The table as Markdown that reads well as plain text, too. */
export function tableText(rows: readonly Row[]): string {
  const head = ['#', 'cause', 'injected', 'said', 'seconds', 'others silent'];
  const lines = rows
    .toSorted((a, b) => (a.number ?? 99) - (b.number ?? 99))
    .map((row) => [
      row.number === null ? '' : String(row.number),
      ...[row.cause, row.injected, row.found],
      row.seconds === null ? '–' : row.seconds.toFixed(0),
      row.othersSilent === null ? '–' : row.othersSilent ? 'yes' : 'NO',
    ]);
  const widths = head.map((title, at) => Math.max(title.length, ...lines.map((line) => line[at]?.length ?? 0)));
  const text = (line: readonly string[]) => `| ${line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [text(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...lines.map(text)].join('\n');
}
