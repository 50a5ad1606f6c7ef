import { leftOut, wholeFile } from './note.ts';
import type { NoteCode, ReadableFormat, ReadFile } from './read-file.ts';

/** Characters and lines of the longest lvs.cf or ldirectord.cf that is read: some 2,000 services in half a second. */
const longestText = 2_000_000;
const mostLines = 150_000;

/** The refusal of a text that would take its reader too long; undefined if it wouldn't. */
export function tooLong(format: ReadableFormat, text: string): ReadFile | undefined {
  const refuse = (code: NoteCode, about: string): ReadFile => ({
    ok: false,
    format,
    notes: [leftOut(wholeFile, code, about)],
  });
  if (text.length > longestText) return refuse('too-large', `${longestText / 1_000_000} MB`);
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && lines <= mostLines; at = text.indexOf('\n', at + 1)) lines++;
  return lines > mostLines ? refuse('too-many-lines', String(mostLines)) : undefined;
}
