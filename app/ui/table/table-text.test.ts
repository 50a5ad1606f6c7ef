import { describe, expect, it } from 'vitest';
import type { Column } from './column.ts';
import { tableText } from './table-text.ts';

interface Row {
  readonly name: string;
  readonly cps: number | null;
  readonly state: string;
}

const columns: Column<Row>[] = [
  { id: 'name', head: 'Name', width: 100, cell: (row) => row.name, sortBy: (row) => row.name },
  { id: 'cps', head: 'New', unit: '/s', align: 'right', width: 80, cell: () => null, sortBy: (row) => row.cps },
  { id: 'state', head: 'State', width: 80, cell: () => null, sortBy: () => 3, text: (row) => row.state },
  { id: 'trend', head: 'Trend', width: 80, cell: () => null },
];
const rows: Row[] = [
  { name: 'web', cps: 12.5, state: 'Serving' },
  { name: 'a, "b"', cps: null, state: '=1+1' },
];

describe('tableText', () => {
  it('aligns columns as on the screen, and leaves out what has no text', () => {
    expect(tableText('text', columns, rows)).toBe(
      ['Name    New /s  State', 'web       12.5  Serving', 'a, "b"       –  =1+1'].join('\n'),
    );
  });

  it('writes CSV that a spreadsheet reads as text, not as formulas', () => {
    expect(tableText('csv', columns, rows)).toBe(
      ['Name,New /s,State', 'web,12.5,Serving', `"a, ""b""",,'=1+1`].join('\r\n'),
    );
  });

  it('writes JSON by the ids of the columns, unknown as null', () => {
    expect(JSON.parse(tableText('json', columns, rows))).toEqual([
      { name: 'web', cps: 12.5, state: 'Serving' },
      { name: 'a, "b"', cps: null, state: '=1+1' },
    ]);
  });

  it('is its head alone without rows', () => {
    expect(tableText('text', columns, [])).toBe('Name  New /s  State');
    expect(tableText('json', columns, [])).toBe('[]');
  });
});
