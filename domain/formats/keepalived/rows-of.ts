import type { Lines } from '../note.ts';

/** A line with content, or several that a backslash at their ends joins. */
export interface Row extends Lines {
  readonly text: string;
  /** Where in the file the next line begins. */
  readonly end: number;
}

/** Lines that a backslash may join; more are too many to be meant. */
const mostJoined = 1000;

/** The rows of a text one by one, so that a text of any length can be left in the middle. */
export function* rowsOf(text: string): Generator<Row> {
  const ends = lineEnds(text);
  let joined: { line: number; parts: string[] } | null = null;
  for (let at = 0, line = 1; at < text.length; line++) {
    const { end, next } = ends(at);
    const start = at;
    at = next;
    if (start === end && !joined) continue;
    const own = text.slice(start, end);
    const first: number = joined?.line ?? line;
    if (own.endsWith('\\') && at < text.length && line - first < mostJoined) {
      joined ??= { line, parts: [] };
      joined.parts.push(own.slice(0, -1));
      continue;
    }
    // Of the parts of a parameter the first alone tells what it is.
    yield { text: joined ? [...joined.parts, own].join(' ') : own, line: first, lastLine: line, end: at };
    joined = null;
  }
}

/** How many lines begin in a text at or behind a place where one does. */
export function countLines(text: string, from: number): number {
  const ends = lineEnds(text);
  let count = 0;
  for (let at = from; at < text.length; at = ends(at).next) count++;
  return count;
}

/** Finds where a line ends and the next begins; `\n`, `\r\n` and `\r` end lines. */
function lineEnds(text: string): (from: number) => { readonly end: number; readonly next: number } {
  const place = { end: 0, next: 0 };
  const lineEnd = /\r\n?|\n/g;
  const hasReturns = text.includes('\r');
  return (from) => {
    lineEnd.lastIndex = from;
    // Where there are no carriage returns, which is nearly always, a plain search is ten times as fast.
    const end = hasReturns ? (lineEnd.exec(text)?.index ?? -1) : text.indexOf('\n', from);
    place.end = end < 0 ? text.length : end;
    place.next = end < 0 ? text.length : hasReturns ? lineEnd.lastIndex : end + 1;
    return place;
  };
}
