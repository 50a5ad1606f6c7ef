import type { Note } from '../../../domain/formats/read-file.ts';

/** Most notes that go along with a draft: more than anybody reads, and still a small request. */
export const mostKept = 20_000;

/** The notes that stay with a draft: what was left out, then remarks, in the order of the lines. */
export function keptNotes(notes: readonly Note[]): Note[] {
  const leftOut = notes.filter(({ kind }) => kind === 'left-out').slice(0, mostKept);
  const remarks = notes.filter(({ kind }) => kind === 'remark').slice(0, mostKept - leftOut.length);
  return [...leftOut, ...remarks].sort((a, b) => a.line - b.line);
}
