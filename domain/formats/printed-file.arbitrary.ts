import fc from 'fast-check';
import type { Note } from './read-file.ts';

/** A line of a file that a test prints: with braces, with a value that is read, or with nothing that is read. */
export interface PrintedLine {
  readonly kind: 'structure' | 'value' | 'other';
  readonly text: string;
}

export const structure = (text: string): PrintedLine => ({ kind: 'structure', text });
export const value = (text: string): PrintedLine => ({ kind: 'value', text });

/** How people space their files. */
export interface Spacing {
  readonly indent: string;
  readonly lineEnd: string;
  /** Where among the lines empty ones, comments and statements without a counterpart stand. */
  readonly others: readonly number[];
}

export const spacing = (indents: readonly string[]): fc.Arbitrary<Spacing> =>
  fc.record({
    indent: fc.constantFrom(...indents),
    lineEnd: fc.constantFrom('\n', '\n', '\r\n', ' \n'),
    others: fc.array(fc.nat(1000), { maxLength: 12 }),
  });

/** The lines with others put between them, each behind a line of its own number modulo their count. */
export function withOthers(
  lines: readonly PrintedLine[],
  { others }: Spacing,
  texts: readonly string[],
): readonly PrintedLine[] {
  return lines.flatMap((line, at) => {
    const here = others.filter((place) => place % lines.length === at);
    return [line, ...here.map((place): PrintedLine => ({ kind: 'other', text: texts[place % texts.length] ?? '' }))];
  });
}

export const textOf = (lines: readonly PrintedLine[], { lineEnd }: Spacing): string =>
  lines.map(({ text }) => text + lineEnd).join('');

/** The numbers of lines with content that no note is about. */
export function linesWithoutNote(text: string, notes: readonly Note[]): number[] {
  const lines = text.split('\n');
  const noted = new Set<number>();
  for (const { line, lastLine } of notes) for (let at = line; at <= lastLine; at++) noted.add(at);
  return lines.flatMap((line, index) => (line.trim() === '' || noted.has(index + 1) ? [] : [index + 1]));
}
