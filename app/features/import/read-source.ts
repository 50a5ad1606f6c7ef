import { decodeText } from '../../../domain/formats/decode-text.ts';
import { largestFile, readAny } from '../../../domain/formats/read-any.ts';
import { parseYaml } from '../../lib/parse-yaml.ts';
import type { ReadAnswer, ReadAsk } from './read-answer.ts';

/** Reads a file's bytes, and gives its lines for its notes to stand beside. */
export function readSource({ bytes, format }: ReadAsk): ReadAnswer {
  const read = readAny(new Uint8Array(bytes), { yaml: parseYaml }, format);
  return {
    format: read.format,
    lines: linesOf(bytes),
    notes: read.notes,
    definition: read.ok ? read.definition : null,
  };
}

/** What isn't a text, or more than is read, has no lines to show. */
function linesOf(bytes: ArrayBuffer): readonly string[] {
  if (bytes.byteLength > largestFile) return [];
  const decoded = decodeText(new Uint8Array(bytes));
  return decoded.ok ? decoded.text.replace(/\n$/, '').split('\n') : [];
}
