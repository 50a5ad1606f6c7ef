import { assembleDefinition } from '../assemble-definition.ts';
import { inLineOrder, leftOut, onLine, taken } from '../note.ts';
import type { Note, ReadableFormat, ReadFile } from '../read-file.ts';
import { formatVersion } from './definition-fields.ts';
import { FieldReader, fieldsOf, itemsOf } from './fields-of.ts';
import { readRealServersTree } from './read-real-servers-tree.ts';
import { readServiceTree } from './read-service-tree.ts';
import { readSettingsTree } from './read-settings-tree.ts';
import type { ParsedText } from './text-tree.ts';

/** The definition of a Shoal text that has been parsed. Without its header, or of another version, it isn't read. */
export function readTextTree(format: ReadableFormat, parsed: ParsedText): ReadFile {
  if (!parsed.ok) return { ok: false, format, notes: [leftOut(onLine(parsed.line), parsed.code, parsed.about)] };
  const { tree } = parsed;
  const notes: Note[] = [];
  const fields = fieldsOf(tree, ['shoal', 'realServers', 'settings', 'services'], notes);
  const header = fields?.get('shoal');
  const version = new FieldReader(fields ?? new Map(), notes).count('shoal');
  if (!fields || !header || version !== formatVersion) {
    const why = header
      ? leftOut(header, 'value-invalid', `shoal: ${version}`)
      : leftOut(tree, 'value-missing', 'shoal: 1');
    return { ok: false, format, notes: [why, ...notes] };
  }
  notes.push(taken(header, `shoal ${version}`));
  const realServers = readRealServersTree(fields.get('realServers'), notes);
  const settings = readSettingsTree(fields.get('settings'), notes);
  const drafts = itemsOf(fields.get('services'), notes).flatMap((item) => readServiceTree(item, notes) ?? []);
  const assembled = assembleDefinition(drafts, settings);
  const definition = { ...assembled.definition, realServers };
  return { ok: true, format, definition, notes: inLineOrder(notes.concat(assembled.notes)) };
}
