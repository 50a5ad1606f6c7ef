import type { Column } from './column.ts';

export const tableFormats = ['text', 'csv', 'json'] as const;
export type TableFormat = (typeof tableFormats)[number];

type Value = number | string | null;

/** What a cell says, where it can be said in text: columns of charts and buttons can't. */
const textOf = <Row>({ text, sortBy }: Column<Row>) => text ?? sortBy;

/** A table to paste elsewhere: columns aligned by spaces, RFC 4180, or an object a row by the columns' ids. */
export function tableText<Row>(format: TableFormat, columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const written = columns.flatMap((column) => {
    const read = textOf(column);
    return read ? [{ column, read }] : [];
  });
  const heads = written.map(({ column }) => [column.head, column.unit].filter(Boolean).join(' '));
  const values = rows.map((row) => written.map(({ read }): Value => read(row)));
  switch (format) {
    case 'json':
      return JSON.stringify(
        values.map((line) => Object.fromEntries(written.map(({ column }, at) => [column.id, line[at] ?? null]))),
        null,
        2,
      );
    case 'csv':
      return [heads, ...values].map((line) => line.map(csvField).join(',')).join('\r\n');
    case 'text':
      return aligned(
        [heads, ...values.map((line) => line.map(shown))],
        written.map(({ column }) => column.align),
      );
  }
}

const shown = (value: Value): string => (value === null ? '–' : String(value));

/** A formula where a spreadsheet would take a text for one is no text any more: it gets an apostrophe before it. */
function csvField(value: Value): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function aligned(lines: readonly (readonly string[])[], aligns: readonly Column<never>['align'][]): string {
  const widths = aligns.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  const cell = (text: string, at: number) =>
    aligns[at] === 'right' ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0);
  return lines.map((line) => line.map(cell).join('  ').trimEnd()).join('\n');
}
