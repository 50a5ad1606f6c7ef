import { leftOut } from '../note.ts';
import type { Note, NoteCode } from '../read-file.ts';
import type { TextField, TextTree } from './text-tree.ts';

/** The fields of a map by name, as long as they are ones that are known here; a note for each of the others. */
export function fieldsOf(
  tree: TextTree,
  known: readonly string[],
  notes: Note[],
): ReadonlyMap<string, TextField> | undefined {
  if (tree.kind !== 'map') {
    notes.push(leftOut(tree, 'value-invalid', described(tree)));
    return undefined;
  }
  const fields = new Map<string, TextField>();
  for (const field of tree.fields) {
    if (!known.includes(field.name)) notes.push(leftOut(field, 'directive-unknown', field.name));
    else if (fields.has(field.name)) notes.push(leftOut(field, 'given-twice', field.name));
    else fields.set(field.name, field);
  }
  return fields;
}

/** A value as a note quotes it. */
export function described(tree: TextTree): string {
  if (tree.kind === 'scalar') return tree.source;
  return tree.kind === 'list' ? '[…]' : '{…}';
}

/** The items of a list, none for a field that isn't there; a note for anything else. */
export function itemsOf(field: TextField | undefined, notes: Note[]): readonly TextTree[] {
  if (!field) return [];
  if (field.value.kind === 'list') return field.value.items;
  if (!isNothing(field.value)) notes.push(leftOut(field, 'value-invalid', `${field.name}: ${described(field.value)}`));
  return [];
}

/** YAML's `destinations:` with nothing behind it. */
export const isNothing = (tree: TextTree): boolean => tree.kind === 'scalar' && tree.value === null;

/** What a field says; undefined with a note on its line if it says something else than is asked for. */
export class FieldReader {
  readonly #fields: ReadonlyMap<string, TextField>;
  readonly #notes: Note[];
  /** Whether a field said something else than was asked for. */
  hasFailed = false;

  constructor(fields: ReadonlyMap<string, TextField>, notes: Note[]) {
    this.#fields = fields;
    this.#notes = notes;
  }

  text(name: string): string | undefined {
    const field = this.#fields.get(name);
    if (!field) return undefined;
    return field.value.kind === 'scalar' && field.value.source !== '' ? field.value.source : this.fail(field);
  }

  count(name: string): number | undefined {
    const field = this.#fields.get(name);
    if (!field) return undefined;
    const text = field.value.kind === 'scalar' ? field.value.source : '';
    return /^\d{1,15}$/.test(text) ? Number(text) : this.fail(field);
  }

  onOff(name: string): boolean | undefined {
    const field = this.#fields.get(name);
    if (!field) return undefined;
    const value = field.value.kind === 'scalar' ? field.value.value : null;
    return typeof value === 'boolean' ? value : this.fail(field);
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], code: NoteCode = 'value-invalid'): T | undefined {
    const field = this.#fields.get(name);
    const text = this.text(name);
    if (!field || text === undefined) return undefined;
    return allowed.find((one) => one === text) ?? this.fail(field, code);
  }

  fail(field: TextField, code: NoteCode = 'value-invalid'): undefined {
    this.hasFailed = true;
    this.#notes.push(leftOut(field, code, `${field.name}: ${described(field.value)}`));
    return undefined;
  }
}
