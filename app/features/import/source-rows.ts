import type { Note } from '../../../domain/formats/read-file.ts';

/** A line of what was read, with what was made of it. */
export interface SourceRow {
  /** Counted from 1; 0 for what concerns the whole file. */
  readonly line: number;
  readonly text: string;
  /** The notes that begin here. */
  readonly notes: readonly Note[];
  /** What became of the line: the worst of its own notes, or else that of the block around it. */
  readonly kind: Note['kind'] | null;
}

/** Which rows are looked at. */
export const shownRows = ['all', 'left-out', 'remark', 'taken'] as const;
export type ShownRows = (typeof shownRows)[number];

/** The lines of a source next to the notes of its reader, in order; first of all what concerns the whole of it. */
export function sourceRows(lines: readonly string[], notes: readonly Note[]): SourceRow[] {
  const sorted = notes.toSorted((a, b) => a.line - b.line || b.lastLine - a.lastLine);
  const rows: SourceRow[] = [];
  const around: Note[] = [];
  let next = 0;
  for (let line = 0; line <= lines.length; line += 1) {
    const own: Note[] = [];
    for (let note = sorted[next]; note && (note.line <= line || line === lines.length); note = sorted[next]) {
      own.push(note);
      next += 1;
    }
    if (line === 0 && own.length === 0) continue;
    while (around.length > 0 && (around.at(-1)?.lastLine ?? 0) < line) around.pop();
    const text = lines[line - 1] ?? '';
    const outer = text.trim() === '' ? null : (around.at(-1)?.kind ?? null);
    rows.push({ line, text, notes: own, kind: own.length > 0 ? worstOf(own) : outer });
    around.push(...own.filter((note) => note.lastLine > line));
  }
  return rows;
}

function worstOf(notes: readonly Note[]): Note['kind'] {
  const has = (kind: Note['kind']) => notes.some((note) => note.kind === kind);
  return has('left-out') ? 'left-out' : has('remark') ? 'remark' : 'taken';
}

/** The rows of one kind: those whose notes have it, and the lines of a block that was wholly so. */
export const rowsOfKind = (rows: readonly SourceRow[], shown: ShownRows): readonly SourceRow[] =>
  shown === 'all' ? rows : rows.filter((row) => row.kind === shown || row.notes.some((note) => note.kind === shown));

/** How many notes there are of each kind. */
export function noteCounts(notes: readonly Note[]): Readonly<Record<Note['kind'], number>> {
  const counts = { taken: 0, remark: 0, 'left-out': 0 };
  for (const { kind } of notes) counts[kind] += 1;
  return counts;
}
