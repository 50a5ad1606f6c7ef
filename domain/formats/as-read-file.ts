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
  const all = inLineOrder(notes.concat(assembled.notes));
  const isSet = JSON.stringify(definition.settings) !== JSON.stringify(noSettings);
  const hasSomething = definition.services.length > 0 || definition.realServers.length > 0 || isSet;
  if (hasSomething) return { ok: true, format, definition, notes: all };
  return { ok: false, format, notes: [leftOut(wholeFile, 'no-services', format), ...all] };
}
