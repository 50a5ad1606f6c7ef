import type { Lines } from '../note.ts';

/** A JSON or YAML text as values that know their lines. */
export type TextTree = TextScalar | TextList | TextMap;

export interface TextScalar extends Lines {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** As written, without quotes: a name that YAML takes for a number is still that name. */
  readonly source: string;
}

export interface TextList extends Lines {
  readonly kind: 'list';
  readonly items: readonly TextTree[];
}

export interface TextMap extends Lines {
  readonly kind: 'map';
  readonly fields: readonly TextField[];
}

export interface TextField extends Lines {
  readonly name: string;
  readonly value: TextTree;
}

/** A text as a tree, or where and why it isn't one. */
export type ParsedText =
  | { readonly ok: true; readonly tree: TextTree }
  | {
      readonly ok: false;
      readonly line: number;
      readonly code: 'syntax' | 'nested-too-deep' | 'too-many';
      readonly about: string;
    };

/** Deeper than any definition is; a tree's readers may recurse this far. */
export const deepest = 32;

/** Values of the largest tree that is read; 5,000 services with 10 destinations each are 225,000. */
export const mostValues = 250_000;
