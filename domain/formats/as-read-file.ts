import { noSettings } from '../definition/settings.ts';
import type { Assembled } from './assemble-definition.ts';
import { inLineOrder, leftOut, wholeFile } from './note.ts';
import type { Note, ReadableFormat, ReadFile } from './read-file.ts';

/**
 * What a reader gives back for a file of another tool: its own notes and those of what it assembled, by line.
 *
 * Without a service, a real server or a setting there is nothing to import, and the file counts as not read.
 */
export function asReadFile(format: ReadableFormat, assembled: Assembled, notes: readonly Note[]): ReadFile {
  const { definition } = assembled;
  const all = withoutFlood(inLineOrder(notes.concat(assembled.notes)));
  const isSet = JSON.stringify(definition.settings) !== JSON.stringify(noSettings);
  const hasSomething = definition.services.length > 0 || definition.realServers.length > 0 || isSet;
  if (hasSomething) return { ok: true, format, definition, notes: all };
  return { ok: false, format, notes: [leftOut(wholeFile, 'no-services', format), ...all] };
}

/** More notes than anybody reads one by one: from here on those with the same reason become one. */
const manyNotes = 50_000;

/** More than any file has that is what it was taken for: from here on neighbours become one, whatever the reason. */
const tooManyNotes = 100_000;

function withoutFlood(notes: readonly Note[]): readonly Note[] {
  if (notes.length <= manyNotes) return notes;
  const fewer = joined(notes, (last, note) => last.code === note.code);
  return fewer.length <= tooManyNotes ? fewer : joined(fewer, () => true);
}

type Reason = Exclude<Note, { kind: 'taken' }>;

/** The notes, with what was left out on lines one after the other as one note, if `join` has it so. */
function joined(notes: readonly Note[], join: (last: Reason, note: Reason) => boolean): readonly Note[] {
  const fewer: Note[] = [];
  for (const note of notes) {
    const last = fewer.at(-1);
    const follows = last && last.kind !== 'taken' && note.kind !== 'taken' && note.line <= last.lastLine + 1;
    if (follows && (last.kind === 'left-out' || note.kind === 'remark') && join(last, note))
      fewer[fewer.length - 1] = { ...last, lastLine: Math.max(last.lastLine, note.lastLine) };
    else fewer.push(note);
  }
  return fewer;
}
