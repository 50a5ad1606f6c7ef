import type { Lines } from '../note.ts';

/** A line with content, or several that a backslash at their ends joins. */
export interface Row extends Lines {
  readonly text: string;
  /** Where in the file the next line begins. */
  readonly end: number;
}

/** Lines that a backslash may join; more are too many to be meant. */
const mostJoined = 1000;

/** The rows of a text whose lines end in `\n`, one by one, so that a text of any length can be left in the middle. */
export function* rowsOf(text: string): Generator<Row> {
  let joined: { line: number; parts: string[] } | null = null;
  for (let at = 0, line = 1; at < text.length; line++) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const start = at;
    at = end + 1;
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
