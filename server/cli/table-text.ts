/** What may stand in a table: null is shown as a dash, numbers to the right. */
export type Cell = string | number | null;

/** Rows under heads, in columns two blanks apart; no blanks at the ends of lines. */
export function tableText(heads: readonly string[], rows: readonly (readonly Cell[])[]): string[] {
  const texts = rows.map((row) => row.map(cellText));
  const isNumber = heads.map(
    (_, column) => rows.length > 0 && rows.every((row) => typeof (row[column] ?? 0) === 'number'),
  );
  const widths = heads.map((head, column) => Math.max(head.length, ...texts.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return isNumber[column] ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  return [heads, ...texts].map(line);
}

function cellText(cell: Cell): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return plain(cell);
  return Number.isInteger(cell) ? String(cell) : cell.toFixed(1);
}

/** Without what would move a terminal's cursor or change its colours: names come from elsewhere. */
export const plain = (text: string): string => text.replaceAll(/\p{Cc}/gu, ' ');
