import type { Note } from '../read-file.ts';

/** The notes without repeats: each service of a group would say the same of their common real servers. */
export function onceEach(notes: readonly Note[]): Note[] {
  const seen = new Set<string>();
  return notes.filter((note) => {
    const said = note.kind === 'taken' ? note.text : `${note.code} ${note.about}`;
    const text = `${note.line} ${note.lastLine} ${note.kind} ${said}`;
    return !seen.has(text) && seen.add(text);
  });
}
