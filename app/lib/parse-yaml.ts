import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import {
  deepest,
  mostValues,
  type ParsedText,
  type TextField,
  type TextTree,
} from '../../domain/formats/shoal-text/text-tree.ts';

/**
 * A YAML 1.2 text as a tree with lines, for `readShoalYaml`.
 *
 * An alias counts as often as it is used, so that a few lines can't stand for millions of values.
 */
export function parseYaml(text: string): ParsedText {
  const lineCounter = new LineCounter();
  try {
    // Equal keys are found by the readers; the library compares each with all others.
    const document = parseDocument(text, { lineCounter, uniqueKeys: false, logLevel: 'silent' });
    const [error] = document.errors;
    if (error) {
      const { line } = lineCounter.linePos(error.pos[0]);
      return { ok: false, line, code: 'syntax', about: error.message.split('\n', 1)[0] ?? '' };
    }
    const lineAt = (offset: number) => Math.max(1, lineCounter.linePos(offset).line);
    return { ok: true, tree: new Converter(lineAt).tree(document.contents, 1, 0) };
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
  readonly #lineAt: (offset: number) => number;
  /** What an alias stands for: the last node before it with that anchor. */
  readonly #anchored = new Map<string, Node>();
  #values = 0;

  constructor(lineAt: (offset: number) => number) {
    this.#lineAt = lineAt;
  }

  tree(node: unknown, above: number, depth: number): TextTree {
    const range = isNode(node) ? node.range : undefined;
    const line = range ? this.#lineAt(range[0]) : above;
    if (depth > deepest) throw new NotRead(line, 'nested-too-deep', String(deepest));
    if (++this.#values > mostValues) throw new NotRead(line, 'too-many', String(mostValues));
    if (isNode(node) && !isAlias(node) && node.anchor) this.#anchored.set(node.anchor, node);
    // The value's end, without the line break and comments behind it.
    const lastLine = range ? Math.max(line, this.#lineAt(Math.max(range[0], range[1] - 1))) : line;
    const lines = { line, lastLine };
    if (isMap(node)) return { kind: 'map', ...lines, fields: node.items.map((pair) => this.#field(pair, line, depth)) };
    if (isSeq(node))
      return { kind: 'list', ...lines, items: node.items.map((item) => this.tree(item, line, depth + 1)) };
    if (isAlias(node)) {
      const named = this.#anchored.get(node.source);
      if (!named) throw new NotRead(line, 'syntax', `*${node.source}`);
      return { ...this.tree(named, line, depth + 1), ...lines };
    }
    if (!isScalar(node)) return { kind: 'scalar', ...lines, value: null, source: '' };
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
}

const isNode = (node: unknown): node is Node => isMap(node) || isSeq(node) || isScalar(node) || isAlias(node);
