import type { ParseYaml } from './read-shoal-yaml.ts';
import { deepest, mostValues, type ParsedText, type TextField, type TextTree } from './text-tree.ts';

/** The package `yaml`, as far as it is used here: domain/ has no libraries of its own. */
export interface YamlLibrary {
  readonly LineCounter: new () => LineCounter;
  readonly parseDocument: (
    text: string,
    options: { readonly lineCounter: LineCounter; readonly uniqueKeys: false; readonly logLevel: 'silent' },
  ) => {
    readonly errors: readonly { readonly pos: readonly [number, number]; readonly message: string }[];
    readonly contents: unknown;
  };
  readonly isMap: (value: unknown) => boolean;
  readonly isSeq: (value: unknown) => boolean;
  readonly isAlias: (value: unknown) => boolean;
  readonly isScalar: (value: unknown) => boolean;
}

interface LineCounter {
  lineStarts: number[];
  addNewLine: (offset: number) => number;
  linePos: (offset: number) => { line: number; col: number };
}

interface YamlNode {
  readonly range?: readonly [number, number, number] | null;
  readonly anchor?: string;
}
interface YamlMap extends YamlNode {
  readonly items: readonly { readonly key: unknown; readonly value: unknown }[];
}
interface YamlSeq extends YamlNode {
  readonly items: readonly unknown[];
}
interface YamlAlias extends YamlNode {
  readonly source: string;
}
interface YamlScalar extends YamlNode {
  readonly value: unknown;
  readonly source?: string;
}

/**
 * Parses a YAML 1.2 text as a tree with lines, by the library.
 *
 * An alias counts as often as it is used, so that a few lines can't stand for millions of values.
 */
export const yamlParser =
  (yaml: YamlLibrary): ParseYaml =>
  (text) =>
    parsed(yaml, text);

function parsed(yaml: YamlLibrary, text: string): ParsedText {
  const lineCounter = new yaml.LineCounter();
  try {
    // Equal keys are found by the readers; the library compares each with all others.
    const document = yaml.parseDocument(text, { lineCounter, uniqueKeys: false, logLevel: 'silent' });
    const [error] = document.errors;
    if (error) {
      const { line } = lineCounter.linePos(error.pos[0]);
      return { ok: false, line, code: 'syntax', about: error.message.split('\n', 1)[0] ?? '' };
    }
    const lineAt = (offset: number) => Math.max(1, lineCounter.linePos(offset).line);
    return { ok: true, tree: new Converter(yaml, lineAt).tree(document.contents, 1, 0) };
  } catch (error) {
    if (error instanceof NotRead) return { ok: false, line: error.line, code: error.code, about: error.about };
    // Its recursion ended at the stack's end.
    if (error instanceof RangeError) return { ok: false, line: 1, code: 'nested-too-deep', about: String(deepest) };
    throw error;
  }
}

type Unread = Extract<ParsedText, { ok: false }>;

class NotRead extends Error {
  readonly line: number;
  readonly code: Unread['code'];
  readonly about: string;

  constructor(line: number, code: Unread['code'], about: string) {
    super(code);
    this.line = line;
    this.code = code;
    this.about = about;
  }
}

class Converter {
  readonly #yaml: YamlLibrary;
  readonly #lineAt: (offset: number) => number;
  /** What an alias stands for: the last node before it with that anchor. */
  readonly #anchored = new Map<string, YamlNode>();
  #values = 0;

  constructor(yaml: YamlLibrary, lineAt: (offset: number) => number) {
    this.#yaml = yaml;
    this.#lineAt = lineAt;
  }

  tree(node: unknown, above: number, depth: number): TextTree {
    const range = this.#isNode(node) ? node.range : undefined;
    const line = range ? this.#lineAt(range[0]) : above;
    if (depth > deepest) throw new NotRead(line, 'nested-too-deep', String(deepest));
    if (++this.#values > mostValues) throw new NotRead(line, 'too-many', String(mostValues));
    if (this.#isNode(node) && !this.#isAlias(node) && node.anchor) this.#anchored.set(node.anchor, node);
    // The value's end, without the line break and comments behind it.
    const lastLine = range ? Math.max(line, this.#lineAt(Math.max(range[0], range[1] - 1))) : line;
    const lines = { line, lastLine };
    if (this.#isMap(node))
      return { kind: 'map', ...lines, fields: node.items.map((pair) => this.#field(pair, line, depth)) };
    if (this.#isSeq(node))
      return { kind: 'list', ...lines, items: node.items.map((item) => this.tree(item, line, depth + 1)) };
    if (this.#isAlias(node)) {
      const named = this.#anchored.get(node.source);
      if (!named) throw new NotRead(line, 'syntax', `*${node.source}`);
      return { ...this.tree(named, line, depth + 1), ...lines };
    }
    if (!this.#isScalar(node)) return { kind: 'scalar', ...lines, value: null, source: '' };
    const { value } = node;
    const source = typeof value === 'string' ? value : (node.source ?? '');
    const known = typeof value === 'number' || typeof value === 'boolean' ? value : null;
    return { kind: 'scalar', ...lines, value: typeof value === 'string' ? value : known, source };
  }

  #field({ key, value }: { key: unknown; value: unknown }, above: number, depth: number): TextField {
    const name = this.tree(key, above, depth + 1);
    const tree = this.tree(value, name.line, depth + 1);
    const text = name.kind === 'scalar' ? name.source : '{…}';
    return { name: text, value: tree, line: name.line, lastLine: Math.max(name.line, tree.lastLine) };
  }

  #isMap = (value: unknown): value is YamlMap => this.#yaml.isMap(value);
  #isSeq = (value: unknown): value is YamlSeq => this.#yaml.isSeq(value);
  #isAlias = (value: unknown): value is YamlAlias => this.#yaml.isAlias(value);
  #isScalar = (value: unknown): value is YamlScalar => this.#yaml.isScalar(value);
  #isNode = (value: unknown): value is YamlNode =>
    this.#isMap(value) || this.#isSeq(value) || this.#isScalar(value) || this.#isAlias(value);
}
