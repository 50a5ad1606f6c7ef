import type { Definition } from '../../domain/definition/definition.ts';
import { readAny } from '../../domain/formats/read-any.ts';
import { type Note, type ReadableFormat, readableFormats } from '../../domain/formats/read-file.ts';
import type { Option, Run } from './command.ts';
import { Ending } from './exit-code.ts';
import { parseYaml } from './parse-yaml.ts';

export const asOption: Option = {
  name: 'as',
  value: 'FORMAT',
  choices: readableFormats,
  help: `Read it as this, whatever it looks like: ${readableFormats.join(', ')}`,
};

/** The definition in a file of any format that Shoal reads, with what was noted on its lines; ends when there is none. */
export async function readDefinition(
  { given, world }: Run,
  file: string,
): Promise<{ readonly definition: Definition; readonly notes: readonly Note[]; readonly format: ReadableFormat }> {
  const as = given.text('as') as ReadableFormat | null;
  const read = readAny(await world.read(file), { yaml: parseYaml }, as);
  if (read.ok) return read;
  const why = read.notes.filter(({ kind }) => kind !== 'taken').map((note) => `  ${noteText(file, note)}`);
  throw new Ending(
    'refused',
    [`${file} can’t be read${read.format ? ` as ${read.format}` : ''}:`, ...why.slice(0, 20)].join('\n'),
  );
}

/** `cluster.conf:12: left out: no-vrrp (vrrp_instance)`. */
export function noteText(file: string, note: Note): string {
  const place = note.line === 0 ? file : `${file}:${note.line}`;
  if (note.kind === 'taken') return `${place}: ${note.text}`;
  return `${place}: ${note.kind === 'left-out' ? 'left out: ' : ''}${note.code}${note.about ? ` (${note.about})` : ''}`;
}

/** What a file lost on its way in: to be read before it is applied. */
export const leftOut = (notes: readonly Note[]): Note[] => notes.filter(({ kind }) => kind === 'left-out');
