import { deepest, mostValues, type ParsedText, type TextField, type TextTree } from './text-tree.ts';

/**
 * A JSON text (RFC 8259) as a tree with lines.
 *
 * Refuses, with the line, what isn't JSON, more than 32 levels, and more than 250,000 values; so texts of any size are
 * read in bounded time.
 */
export function parseJson(text: string): ParsedText {
  const reader = new JsonReader(text);
  try {
    return { ok: true, tree: reader.document() };
  } catch (error) {
    if (error instanceof JsonProblem) return { ok: false, line: error.line, code: error.code, about: error.about };
    throw error;
  }
}

class JsonProblem extends Error {
  readonly line: number;
  readonly code: 'syntax' | 'nested-too-deep' | 'too-many';
  readonly about: string;

  constructor(line: number, code: JsonProblem['code'], about: string) {
    super(about);
    this.line = line;
    this.code = code;
    this.about = about;
  }
}

const scalar = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

class JsonReader {
  readonly #text: string;
  #at = 0;
  #line = 1;
  #values = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): TextTree {
    const tree = this.#value(0);
    this.#blank();
    if (this.#at < this.#text.length) this.#fail();
    return tree;
  }

  #value(depth: number): TextTree {
    this.#blank();
    if (depth > deepest) throw new JsonProblem(this.#line, 'nested-too-deep', String(deepest));
    if (++this.#values > mostValues) throw new JsonProblem(this.#line, 'too-many', String(mostValues));
    const line = this.#line;
    const character = this.#text.charAt(this.#at);
    if (character === '{') return { kind: 'map', line, fields: this.#fields(depth), lastLine: this.#line };
    if (character === '[') return { kind: 'list', line, items: this.#items(depth), lastLine: this.#line };
    if (character === '"') {
      const value = this.#string();
      return { kind: 'scalar', line, lastLine: line, value, source: value };
    }
    scalar.lastIndex = this.#at;
    const source = scalar.exec(this.#text)?.[0];
    if (source === undefined) return this.#fail();
    this.#at += source.length;
    return { kind: 'scalar', line, lastLine: line, value: JSON.parse(source) as number | boolean | null, source };
  }

  #fields(depth: number): TextField[] {
    const fields: TextField[] = [];
    this.#at++;
    while (!this.#ends('}', fields.length > 0)) {
      this.#blank();
      if (this.#text.charAt(this.#at) !== '"') this.#fail();
      const line = this.#line;
      const name = this.#string();
      this.#blank();
      if (this.#text.charAt(this.#at) !== ':') this.#fail();
      this.#at++;
      const value = this.#value(depth + 1);
      fields.push({ name, value, line, lastLine: value.lastLine });
    }
    return fields;
  }

  #items(depth: number): TextTree[] {
    const items: TextTree[] = [];
    this.#at++;
    while (!this.#ends(']', items.length > 0)) items.push(this.#value(depth + 1));
    return items;
  }

  /** Whether a bracket closes here; passes over it, or over the comma before what comes next. */
  #ends(bracket: '}' | ']', needsComma: boolean): boolean {
    this.#blank();
    const character = this.#text.charAt(this.#at);
    if (character === bracket) {
      this.#at++;
      return true;
    }
    if (!needsComma) return false;
    if (character !== ',') this.#fail();
    this.#at++;
    return false;
  }

  #string(): string {
    const start = this.#at;
    let end = this.#text.indexOf('"', start + 1);
    while (end > 0 && isEscaped(this.#text, end)) end = this.#text.indexOf('"', end + 1);
    if (end < 0) this.#fail();
    try {
      const value = JSON.parse(this.#text.slice(start, end + 1)) as string;
      this.#at = end + 1;
      return value;
    } catch {
      return this.#fail();
    }
  }

  #blank(): void {
    for (; ; this.#at++) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 10) this.#line++;
      else if (code !== 32 && code !== 9 && code !== 13) return;
    }
  }

  #fail(): never {
    const about = this.#text.slice(this.#at, this.#at + 40).split('\n', 1)[0] ?? '';
    throw new JsonProblem(this.#line, 'syntax', about);
  }
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charAt(at - 1 - slashes) === '\\') slashes++;
  return slashes % 2 === 1;
}
