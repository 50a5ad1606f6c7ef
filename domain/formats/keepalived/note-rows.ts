import { type Lines, leftOut } from '../note.ts';
import type { Note, NoteCode } from '../read-file.ts';

/**
 * Gathers what is left out, so that a row of the same thing is one note over its lines and no file makes millions.
 *
 * The first of a row says what it is about. `end` closes the row.
 */
export function noteRows(
  code: NoteCode,
  into: Note[],
): { add: (lines: Lines, about: string) => void; end: () => void } {
  let row: (Lines & { lastLine: number; about: string }) | null = null;
  const end = () => {
    if (row) into.push(leftOut(row, code, row.about));
    row = null;
  };
  return {
    add({ line, lastLine }, about) {
      if (row) row.lastLine = lastLine;
      else row = { line, lastLine, about };
    },
    end,
  };
}
