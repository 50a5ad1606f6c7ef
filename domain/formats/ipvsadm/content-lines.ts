import type { Lines } from '../note.ts';

/** A line that isn't empty, without the blanks around it; one that ends in `\` has the next line behind it. */
export interface ContentLine extends Lines {
  readonly text: string;
}

const mostJoined = 50;

/**
 * The first `most` lines of a text that have content, and where the rest stands if there are more.
 *
 * Stops looking there, so that a text of any size takes no longer. Up to 50 lines of a text become one.
 */
export function contentLines(
  text: string,
  most: number,
): { readonly lines: readonly ContentLine[]; readonly rest: Lines | null } {
  const lines: ContentLine[] = [];
  const source = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  let number = 0;
  let joined: { line: number; text: string } | null = null;
  for (let at = 0; at <= source.length; ) {
    const newline = source.indexOf('\n', at);
    const end = newline < 0 ? source.length : newline;
    const own = source.slice(at, end).trim();
    at = end + 1;
    number++;
    const written: string = joined ? `${joined.text} ${own}` : own;
    const line: number = joined?.line ?? number;
    if (written.endsWith('\\') && number - line < mostJoined && newline >= 0) {
      joined = { line, text: written.slice(0, -1) };
      continue;
    }
    joined = null;
    if (written === '') continue;
    if (lines.length === most) return { lines, rest: { line, lastLine: lastLineOf(source, number, at) } };
    lines.push({ line, lastLine: number, text: written });
  }
  return { lines, rest: null };
}

/** The number of a text's last line, counted on from one that ends before `at`. */
function lastLineOf(text: string, number: number, at: number): number {
  let last = number;
  for (let newline = text.indexOf('\n', at); newline >= 0; newline = text.indexOf('\n', newline + 1)) last++;
  return text.endsWith('\n') || at > text.length ? last : last + 1;
}
