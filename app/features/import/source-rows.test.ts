import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leftOut, onLine, remark, taken, wholeFile } from '../../../domain/formats/note.ts';
import { noteCounts, rowsOfKind, sourceRows } from './source-rows.ts';

const lines = ['virtual web {', '  address = 10.0.0.4', '  send = "GET /"', '', '}', '# end'];
const notes = [
  taken({ line: 1, lastLine: 5 }, 'TCP 10.0.0.4:80 wrr'),
  leftOut(onLine(3), 'no-checks', 'send'),
  remark(onLine(1), 'name-changed', 'web 1 → web-1'),
];

describe('sourceRows', () => {
  it('puts every note beside the line where it begins, and says what became of the lines of a block', () => {
    const rows = sourceRows(lines, notes);
    expect(rows.map(({ line, kind, notes: own }) => [line, kind, own.length])).toEqual([
      [1, 'remark', 2],
      [2, 'taken', 0],
      [3, 'left-out', 1],
      [4, null, 0],
      [5, 'taken', 0],
      [6, null, 0],
    ]);
    expect(rowsOfKind(rows, 'left-out').map(({ line }) => line)).toEqual([3]);
    expect(rowsOfKind(rows, 'taken').map(({ line }) => line)).toEqual([1, 2, 5]);
    expect(noteCounts(notes)).toEqual({ taken: 1, remark: 1, 'left-out': 1 });
  });

  it('has a row before the first line for what concerns the whole file', () => {
    const rows = sourceRows(['x'], [leftOut(wholeFile, 'no-services', 'lvs-cf')]);
    expect(rows.map(({ line }) => line)).toEqual([0, 1]);
    expect(rows[0]?.kind).toBe('left-out');
  });

  it('loses no note and no line, wherever notes lie', () => {
    const place = fc.record({ line: fc.integer({ min: 0, max: 12 }), length: fc.integer({ min: 0, max: 9 }) });
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 8 }), fc.array(place), (texts, places) => {
        const some = places.map(({ line, length }) => taken({ line, lastLine: line + length }, 'x'));
        const rows = sourceRows(texts, some);
        expect(rows.flatMap((row) => row.notes)).toHaveLength(some.length);
        expect(rows.filter(({ line }) => line > 0).map(({ text }) => text)).toEqual(texts);
      }),
    );
  });
});
