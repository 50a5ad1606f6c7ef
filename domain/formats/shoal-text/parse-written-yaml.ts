import { plainText } from './plain-text.ts';
import {
  mostValues,
  type TextField,
  type TextList,
  type TextMap,
  type TextScalar,
  type TextTree,
} from './text-tree.ts';

/**
 * The tree of a YAML text in just the form that `writeShoalYaml` gives it; undefined for any other, to be parsed by a
 * library.
 *
 * Takes a tenth of a library's time, so that exports of any size can be read.
 */
export function parseWrittenYaml(text: string): TextTree | undefined {
  const reader = new WrittenYamlReader(text);
  try {
    return reader.document();
  } catch (error) {
    if (error instanceof OtherForm) return undefined;
    throw error;
  }
}

class OtherForm extends Error {}

interface Line {
  readonly number: number;
  readonly indent: number;
  readonly content: string;
}

const deepestIndent = 12;
const deepestFlow = 3;

class WrittenYamlReader {
  readonly #lines: Line[];
  #next = 0;
  #values = 0;

  constructor(text: string) {
    this.#lines = text.replace(/\n$/, '').split('\n', mostValues).map(lineOf);
  }

  document(): TextTree {
    const tree = this.#map(0);
    if (this.#next < this.#lines.length) throw new OtherForm();
    return tree;
  }

  #block(indent: number): TextTree {
    if (indent > deepestIndent) throw new OtherForm();
    return this.#lines[this.#next]?.content.startsWith('- ') ? this.#list(indent) : this.#map(indent);
  }

  #list(indent: number): TextList {
    const first = this.#line(indent);
    const items: TextTree[] = [];
    for (let line = this.#lines[this.#next]; line?.indent === indent && line.content.startsWith('- '); ) {
      const content = line.content.slice(2);
      if (content.startsWith('{')) {
        items.push(this.#inline(content, line.number));
        this.#next++;
      } else {
        this.#lines[this.#next] = { number: line.number, indent: indent + 2, content };
        items.push(this.#map(indent + 2));
      }
      line = this.#lines[this.#next];
    }
    return this.#counted({ kind: 'list', line: first.number, lastLine: this.#lastNumber(), items });
  }

  #map(indent: number): TextMap {
    const first = this.#line(indent);
    const fields: TextField[] = [];
    for (let line = this.#lines[this.#next]; line?.indent === indent; line = this.#lines[this.#next]) {
      const parts = /^([a-z_]+):(?: (\S.*))?$/i.exec(line.content);
      if (!parts) throw new OtherForm();
      this.#next++;
      const value = parts[2] === undefined ? this.#block(indent + 2) : this.#inline(parts[2], line.number);
      fields.push({ name: parts[1] ?? '', value, line: line.number, lastLine: value.lastLine });
    }
    return this.#counted({ kind: 'map', line: first.number, lastLine: this.#lastNumber(), fields });
  }

  #inline(text: string, line: number): TextTree {
    const { tree, end } = this.#value(text, 0, line, 0);
    if (end !== text.length) throw new OtherForm();
    return tree;
  }

  #value(text: string, at: number, line: number, depth: number): { tree: TextTree; end: number } {
    if (depth > deepestFlow) throw new OtherForm();
    if (text.startsWith('{ ', at)) return this.#flowMap(text, at, line, depth + 1);
    if (text.startsWith('[', at)) return this.#flowList(text, at, line, depth + 1);
    const quoted = text.charAt(at) === '"';
    const pattern = quoted ? /"(?:[^"\\]|\\.)*"/y : /[^,[\]{}"]+?(?= \}|\]|, |$)/y;
    pattern.lastIndex = at;
    const written = pattern.exec(text)?.[0];
    if (written === undefined) throw new OtherForm();
    const tree = scalarOf(quoted ? unquoted(written) : written, quoted, line);
    return { tree: this.#counted(tree), end: at + written.length };
  }

  #flowMap(text: string, start: number, line: number, depth: number): { tree: TextTree; end: number } {
    const fields: TextField[] = [];
    let at = start + 2;
    for (;;) {
      const name = /([a-z_]+): /iy;
      name.lastIndex = at;
      const found = name.exec(text);
      if (!found) throw new OtherForm();
      const { tree, end } = this.#value(text, at + found[0].length, line, depth);
      fields.push({ name: found[1] ?? '', value: tree, line, lastLine: line });
      if (text.startsWith(' }', end))
        return { tree: this.#counted({ kind: 'map', line, lastLine: line, fields }), end: end + 2 };
      if (!text.startsWith(', ', end)) throw new OtherForm();
      at = end + 2;
    }
  }

  #flowList(text: string, start: number, line: number, depth: number): { tree: TextTree; end: number } {
    const items: TextTree[] = [];
    let at = start + 1;
    while (!text.startsWith(']', at)) {
      const { tree, end } = this.#value(text, at, line, depth);
      items.push(tree);
      at = text.startsWith(', ', end) ? end + 2 : end;
      if (at === end && !text.startsWith(']', at)) throw new OtherForm();
    }
    return { tree: this.#counted({ kind: 'list', line, lastLine: line, items }), end: at + 1 };
  }

  #line(indent: number): Line {
    const line = this.#lines[this.#next];
    if (line?.indent !== indent) throw new OtherForm();
    return line;
  }

  #lastNumber = (): number => this.#lines[this.#next - 1]?.number ?? 1;

  #counted<T extends TextTree>(tree: T): T {
    if (++this.#values > mostValues) throw new OtherForm();
    return tree;
  }
}

function lineOf(text: string, index: number): Line {
  const content = text.trimStart();
  return { number: index + 1, indent: text.length - content.length, content };
}

function scalarOf(source: string, quoted: boolean, line: number): TextScalar {
  const scalar = { kind: 'scalar', line, lastLine: line, source } as const;
  if (quoted || plainText.test(source)) return { ...scalar, value: source };
  if (/^(0|[1-9]\d{0,14})$/.test(source)) return { ...scalar, value: Number(source) };
  if (source === 'true') return { ...scalar, value: true };
  throw new OtherForm();
}

/** What stands in quotes as `JSON.stringify` writes them; YAML has more escapes, which another parser knows. */
function unquoted(written: string): string {
  try {
    return String(JSON.parse(written));
  } catch {
    throw new OtherForm();
  }
}
