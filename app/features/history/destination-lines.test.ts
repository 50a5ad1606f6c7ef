import { expect, it } from 'vitest';
import type { HistoryAnswer, HistoryRow } from '../../../domain/history/history-answer.ts';
import { drawnRows, listOf, sumOf } from './destination-lines.ts';

const row = (destination: string, cps: (number | null)[]): HistoryRow => ({
  service: 's' as never,
  destination: destination as never,
  fields: { cps },
});
const answer: HistoryAnswer = {
  ...{ start: 0, step: 1000, count: 3, unlisted: 2 },
  fields: { cps: [10, null, 6] },
  rows: [row('b', [5, 1, 6]), row('a', [2, 1, null])],
};
const named = ({ destination }: HistoryRow) => destination;

it('keeps the order of the definition, so that colours stay, and adds the others', () => {
  const drawn = drawnRows(answer, ['s a', 's b'], named, 'others');
  expect(drawn.map(({ label, colour }) => [label, colour])).toEqual([
    ['a', 'var(--series-1)'],
    ['b', 'var(--series-2)'],
    ['others', 'var(--series-others)'],
  ]);
  expect(listOf(answer, drawn[2] as never, 'cps')).toEqual([3, null, 0]);
  expect(sumOf(answer, drawn, 'cps')).toEqual([10, null, 6]);
});

it('sums what was chosen when the others are left out', () => {
  const drawn = drawnRows(answer, [], named, null);
  expect(drawn).toHaveLength(2);
  expect(sumOf(answer, drawn, 'cps')).toEqual([7, 2, 6]);
});
