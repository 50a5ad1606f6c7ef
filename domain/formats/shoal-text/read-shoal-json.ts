import type { ReadFile } from '../read-file.ts';
import { parseJson } from './parse-json.ts';
import { readTextTree } from './read-text-tree.ts';

/** The definition of a JSON text that `writeShoalJson` wrote, or people did. */
export const readShoalJson = (text: string): ReadFile => readTextTree('shoal-json', parseJson(text));
