import { loadOf } from '../../../domain/balance/load.ts';
import type { HistoryAnswer } from '../../../domain/history/history-answer.ts';
import type { ChartData, ChartLine } from '../../ui/chart/chart-data.ts';
import type { ChartKind } from '../../ui/chart/plot-options.ts';
import { fieldsOf, type Subject } from './chart-subjects.ts';
import { type DrawnRow, listOf, seriesColour, sumOf } from './destination-lines.ts';
import { shareLists, shareStep } from './share-lists.ts';

type List = readonly (number | null)[];

export interface DrawnChart {
  readonly data: ChartData;
  readonly kind: ChartKind;
  /** What all lines are together; null where that says nothing. */
  readonly total: List | null;
  /** Milliseconds that each share is worked out over; null for what is no share. */
  readonly every: number | null;
}

export interface ChartNames {
  readonly in: string;
  readonly out: string;
  /** Of the one line of a thing without destinations. */
  readonly whole: string;
}

/** One subject's lines: an area for each destination, or in and out of all that is shown. */
export function chartOf(
  subject: Exclude<Subject, 'share'>,
  answer: HistoryAnswer,
  drawn: readonly DrawnRow[],
  names: ChartNames,
): DrawnChart {
  const place = placeOf(answer);
  const [first, second] = fieldsOf[subject];
  if (second) {
    const scaled = (list: List) => (subject === 'bytes' ? list.map((value) => value && value / 1000) : list);
    const lines: ChartLine[] = [
      { id: 'in', label: names.in, values: scaled(sumOf(answer, drawn, first)), colour: seriesColour(0) },
      {
        id: 'out',
        label: names.out,
        values: scaled(sumOf(answer, drawn, second)),
        colour: seriesColour(1),
        dashed: true,
      },
    ];
    return { data: { ...place, lines }, kind: 'lines', total: null, every: null };
  }
  const total = sumOf(answer, drawn, first);
  const one: ChartLine = { id: subject, label: names.whole, values: total, colour: seriesColour(0) };
  const lines = drawn.map((row) => ({ ...lineOf(row), values: listOf(answer, row, first) }));
  return { data: { ...place, lines: lines.length > 0 ? lines : [one] }, kind: 'stack', total, every: null };
}

/** How the new connections of a service fell on its destinations; of a scheduler that looks at load, how that did. */
export function shareChart(
  answer: HistoryAnswer,
  drawn: readonly DrawnRow[],
  scheduler: string,
  byLoad: boolean,
): DrawnChart {
  const place = placeOf(answer);
  const lists = drawn.map((row) => (byLoad ? loadList(answer, row, scheduler) : listOf(answer, row, 'cps')));
  const whole = byLoad ? wholeLoad(answer, scheduler) : (answer.fields.cps ?? []);
  const every = shareStep(place.step, place.count);
  const shares = shareLists(lists, whole, place, every);
  const lines = drawn.map((row, at) => ({ ...lineOf(row), values: shares[at] ?? [] }));
  return { data: { ...place, lines }, kind: 'steps', total: null, every };
}

const placeOf = ({ start, step, count }: HistoryAnswer) => ({ start, step, count });
const lineOf = ({ id, label, colour }: DrawnRow) => ({ id, label, colour });

const loads = (scheduler: string, active: List, inactive: List): List =>
  active.map((value, point) => (value === null ? null : loadOf(scheduler, value, inactive[point] ?? 0)));

const loadList = (answer: HistoryAnswer, row: DrawnRow, scheduler: string): List =>
  loads(scheduler, listOf(answer, row, 'activeConn'), listOf(answer, row, 'inactConn'));

const wholeLoad = ({ fields }: HistoryAnswer, scheduler: string): List =>
  loads(scheduler, fields.activeConn ?? [], fields.inactConn ?? []);
