import { decodeText } from './decode-text.ts';
import { readIpvsadmListing } from './ipvsadm/read-ipvsadm-listing.ts';
import { readIpvsadmSave } from './ipvsadm/read-ipvsadm-save.ts';
import { readKeepalived } from './keepalived/read-keepalived.ts';
import { readLdirectord } from './ldirectord/read-ldirectord.ts';
import { readLvsCf } from './lvs-cf/read-lvs-cf.ts';
import { inLineOrder, leftOut, onLine, wholeFile } from './note.ts';
import type { Note, NoteCode, ReadableFormat, ReadFile } from './read-file.ts';
import { hasContent, recognise } from './recognise.ts';
import { readShoalJson } from './shoal-text/read-shoal-json.ts';
import { type ParseYaml, readShoalYaml } from './shoal-text/read-shoal-yaml.ts';

/** What domain/ can't have itself: parsers from libraries. */
export interface Parsers {
  readonly yaml: ParseYaml;
}

/** Bytes of the largest file that is looked at. What a reader can’t read within a second it refuses itself. */
export const largestFile = 10_000_000;

/** Characters that no line of a configuration has; JSON may stand on one line as a whole. */
const longestLine = 100_000;

/**
 * What a file says, whatever format it is in: recognised by its content, unless a person has said what to read it `as`.
 *
 * Never throws, whatever the bytes; what can't be read is said in the notes.
 */
export function readAny(bytes: Uint8Array, parsers: Parsers, as: ReadableFormat | null = null): ReadFile {
  if (bytes.length > largestFile) return refuse(as, 'too-large', `${largestFile / 1_000_000} MB`);
  const decoded = decodeText(bytes);
  if (!decoded.ok) return { ok: false, format: as, notes: decoded.notes };
  const { text } = decoded;
  if (!hasContent(text)) return refuse(as, 'empty-file', '');
  const format = as ?? recognise(text);
  if (!format) return refuse(null, 'unknown-format', '');
  const longLine = format === 'shoal-json' ? null : tooLongLine(text);
  if (longLine) return { ok: false, format, notes: [longLine] };
  const read = readers(parsers)[format](text);
  return decoded.notes.length === 0 ? read : { ...read, notes: inLineOrder(decoded.notes.concat(read.notes)) };
}

const refuse = (format: ReadableFormat | null, code: NoteCode, about: string): ReadFile => ({
  ok: false,
  format,
  notes: [leftOut(wholeFile, code, about)],
});

const readers = (parsers: Parsers): Record<ReadableFormat, (text: string) => ReadFile> => ({
  'shoal-json': readShoalJson,
  'shoal-yaml': (text) => readShoalYaml(text, parsers.yaml),
  'ipvsadm-save': readIpvsadmSave,
  'ipvsadm-listing': readIpvsadmListing,
  keepalived: readKeepalived,
  'lvs-cf': readLvsCf,
  ldirectord: readLdirectord,
});

/** A note on the first line that is too long for its reader, if there is one. */
function tooLongLine(text: string): Note | null {
  let start = 0;
  while (start + longestLine < text.length) {
    const newline = text.lastIndexOf('\n', start + longestLine);
    if (newline < start) break;
    start = newline + 1;
  }
  if (start + longestLine >= text.length) return null;
  const line = text.slice(0, start).split('\n').length;
  return leftOut(onLine(line), 'syntax', text.slice(start, start + 300));
}
