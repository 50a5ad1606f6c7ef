import type { Assembled } from './assemble-definition.ts';
import { inLineOrder, leftOut, wholeFile } from './note.ts';
import type { Note, ReadableFormat, ReadFile } from './read-file.ts';

/**
 * What a reader gives back for a file of another tool: its own notes and those of what it assembled, by line.
 *
 * Without a service and a timeout there is nothing to import, and the file counts as not read.
 */
export function asReadFile(format: ReadableFormat, assembled: Assembled, notes: readonly Note[]): ReadFile {
  const { definition } = assembled;
  const all = inLineOrder(notes.concat(assembled.notes));
  const { timeouts } = definition.settings;
  const sets = [timeouts.tcp, timeouts.tcpfin, timeouts.udp].some((seconds) => seconds !== null);
  if (definition.services.length > 0 || sets) return { ok: true, format, definition, notes: all };
  return { ok: false, format, notes: [leftOut(wholeFile, 'no-services', format), ...all] };
}
