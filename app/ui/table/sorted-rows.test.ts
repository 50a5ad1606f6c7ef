import { describe, expect, it } from 'vitest';
import type { Column } from './column.ts';
import { rowsInHeldOrder, sortedRows } from './sorted-rows.ts';

interface Row {
  readonly name: string;
  readonly cps: number | null;
}

const columns: Column<Row>[] = [
  { id: 'name', head: 'Name', width: 100, cell: (row) => row.name, sortBy: (row) => row.name },
  { id: 'cps', head: 'cps', width: 100, cell: (row) => row.cps, sortBy: (row) => row.cps },
];
const rows: Row[] = [
  { name: 'rs10', cps: null },
  { name: 'rs2', cps: 5 },
  { name: 'rs1', cps: 50 },
];
const names = (sorted: readonly Row[]) => sorted.map((row) => row.name);

describe('sortedRows', () => {
  it('counts in names', () => {
    expect(names(sortedRows(rows, columns, { column: 'name', descending: false }))).toEqual(['rs1', 'rs2', 'rs10']);
  });

  it('puts unknown last in both directions', () => {
    expect(names(sortedRows(rows, columns, { column: 'cps', descending: false }))).toEqual(['rs2', 'rs1', 'rs10']);
    expect(names(sortedRows(rows, columns, { column: 'cps', descending: true }))).toEqual(['rs1', 'rs2', 'rs10']);
  });

  it('leaves the order alone for a column that is not there', () => {
    expect(sortedRows(rows, columns, { column: 'gone', descending: true })).toBe(rows);
  });
});

describe('rowsInHeldOrder', () => {
  it('keeps places, drops what is gone, and adds what is new at the end', () => {
    const held = ['rs1', 'gone', 'rs2'];
    expect(names(rowsInHeldOrder(rows, (row) => row.name, held))).toEqual(['rs1', 'rs2', 'rs10']);
  });
});
