import type { Figure } from './figure.ts';

/** Figures as a plain table, one a line: what, how much, whether that is what it should be, and the numbers behind. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = [
    ['figure', 'value', 'goal', '', 'behind it'],
    ...figures.map(({ name, value, goal, behind }) => [
      name,
      value,
      goal?.text ?? '',
      goal ? (goal.met ? 'met' : 'MISSED') : '',
      behind,
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}
