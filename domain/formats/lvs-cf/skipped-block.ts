import { leftOut, onLine } from '../note.ts';
import type { Note, NoteCode } from '../read-file.ts';
import type { TokenizedLine } from './tokenize-line.ts';

/** A block that means nothing here: passed over to its closing brace, whatever it holds, and noted as one. */
export class SkippedBlock {
  readonly #line: number;
  readonly #code: NoteCode;
  readonly #about: string;
  #depth = 0;

  constructor(line: number, code: NoteCode, { words, bare }: TokenizedLine) {
    this.#line = line;
    this.#code = code;
    this.#about = words.slice(0, 20).join(' ');
    this.add(bare);
  }

  /** Counts the braces of a line's words without quotes, those at an end of a word too. */
  add(bare: readonly string[]): void {
    for (const word of bare) {
      if (word.endsWith('{')) this.#depth++;
      else if (word.startsWith('}')) this.#depth--;
    }
  }

  get ended(): boolean {
    return this.#depth <= 0;
  }

  /** That its last brace is missing. */
  openNote(): Note {
    return leftOut(onLine(this.#line), 'block-not-closed', this.#about);
  }

  note(lastLine: number): Note {
    return leftOut({ line: this.#line, lastLine }, this.#code, this.#about);
  }
}
