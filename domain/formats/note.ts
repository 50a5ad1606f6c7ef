import type { Note, NoteCode } from './read-file.ts';

/** The lines of a file that something stands on, counted from 1; both 0 for what concerns the whole file. */
export interface Lines {
  readonly line: number;
  readonly lastLine: number;
}

export const wholeFile: Lines = { line: 0, lastLine: 0 };

export const onLine = (line: number): Lines => ({ line, lastLine: line });

/** Most characters that a note quotes of a file. */
const longestAbout = 200;

export const taken = ({ line, lastLine }: Lines, text: string): Note => ({ line, lastLine, kind: 'taken', text });

/** Carried over, and something about it is worth knowing. */
export const remark = ({ line, lastLine }: Lines, code: NoteCode, about: string): Note => ({
  line,
  lastLine,
  kind: 'remark',
  code,
  about: shortened(about),
});

/** Not carried over. */
export const leftOut = ({ line, lastLine }: Lines, code: NoteCode, about: string): Note => ({
  line,
  lastLine,
  kind: 'left-out',
  code,
  about: shortened(about),
});

/** The notes in the order of their lines, a block's before those inside it; else as they were noted. */
export const inLineOrder = (notes: readonly Note[]): Note[] =>
  notes.toSorted((a, b) => a.line - b.line || b.lastLine - a.lastLine);

function shortened(about: string): string {
  if (about.length <= longestAbout) return about;
  // Not between the two halves of a character outside the basic plane.
  const end = /[\ud800-\udbff]/.test(about.charAt(longestAbout - 2)) ? longestAbout - 2 : longestAbout - 1;
  return `${about.slice(0, end)}…`;
}
