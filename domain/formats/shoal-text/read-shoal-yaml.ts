import { leftOut, wholeFile } from '../note.ts';
import type { ReadFile } from '../read-file.ts';
import { parseWrittenYaml } from './parse-written-yaml.ts';
import { readTextTree } from './read-text-tree.ts';
import { deepest, type ParsedText } from './text-tree.ts';

/** Parses a YAML 1.2 text into a tree with lines, of `deepest` levels and `mostValues` values at most; a library does. */
export type ParseYaml = (text: string) => ParsedText;

/** The library reads 1 MB in a second; 600 services with 10 destinations each are half of it. */
const longestText = 500_000;

/** From here on the time of a library is felt. */
const longText = 100_000;

/** Brackets, commas and the like, which are what its time goes to: more than so long a text needs. */
const mostMarks = 100_000;

/** Tags, anchors and aliases. Nobody needs any, and the time for tags grows with their square. */
const mostReferences = 1000;

/**
 * The definition of a YAML text that `writeShoalYaml` wrote, or people did.
 *
 * Texts over 0.5 MB, and ones made to take long, are refused before the library parses them, unless they are just as
 * they were written.
 */
export function readShoalYaml(text: string, parse: ParseYaml): ReadFile {
  const written = text.length > longText ? parseWrittenYaml(text) : undefined;
  if (written) return readTextTree('shoal-yaml', { ok: true, tree: written });
  const refuse = (code: 'too-large' | 'nested-too-deep', about: string): ReadFile => ({
    ok: false,
    format: 'shoal-yaml',
    notes: [leftOut(wholeFile, code, about)],
  });
  if (text.length > longestText) return refuse('too-large', '0.5 MB');
  if (countOf(text, /[[\]{},:"'\n]|- |\? /g) > mostMarks) return refuse('too-large', `${mostMarks} [ ] { } , : "`);
  if (countOf(text, /[!&*]/g) > mostReferences) return refuse('too-large', `${mostReferences} ! & *`);
  // Openers with nothing between them; what else is nested is found by the parser.
  if (/(?:(?:[[{]|[-?:]\s)\s*){40}/.test(text)) return refuse('nested-too-deep', String(deepest));
  return readTextTree('shoal-yaml', parse(text));
}

function countOf(text: string, marks: RegExp): number {
  let count = 0;
  while (marks.exec(text)) count++;
  return count;
}
