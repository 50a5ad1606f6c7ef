import { plain } from './table-text.ts';

export interface Stream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const colours = { red: 31, green: 32, yellow: 33, dim: 2, bold: 1 };
export type Colour = keyof typeof colours;

/** Where a command writes: answers to standard output, all else to standard error. */
export class Terminal {
  readonly #out: Stream;
  readonly #err: Stream;
  readonly #isPlain: boolean;
  readonly asJson: boolean;
  /** Whether a line that will be overwritten stands there. */
  #passing = false;

  constructor(out: Stream, err: Stream, options: { readonly plain: boolean; readonly json: boolean }) {
    this.#out = out;
    this.#err = err;
    this.#isPlain = options.plain;
    this.asJson = options.json;
  }

  line(text = ''): void {
    this.#clear();
    this.#out.write(`${text}\n`);
  }

  lines(texts: readonly string[]): void {
    for (const text of texts) this.line(text);
  }

  /** For programs: the answer as JSON, on one line. */
  json(value: unknown): void {
    this.line(JSON.stringify(value));
  }

  /** A word to the person who waits; not part of the answer. */
  note(text: string): void {
    this.#clear();
    this.#err.write(`${plain(text)}\n`);
  }

  /** How far it is, on one line that the next one overwrites; nothing where nobody watches. */
  progress(text: string): void {
    if (!this.#err.isTTY) return;
    this.#err.write(`\r\u001b[K${plain(text)}`);
    this.#passing = true;
  }

  /** Text in a colour, on a terminal that has colours. */
  paint(text: string, colour: Colour): string {
    return this.#isPlain || !this.#out.isTTY ? text : `\u001b[${colours[colour]}m${text}\u001b[0m`;
  }

  #clear(): void {
    if (this.#passing) this.#err.write('\r\u001b[K');
    this.#passing = false;
  }
}
