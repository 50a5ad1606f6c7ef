import { leftOut } from './note.ts';
import type { Note } from './read-file.ts';

/** Notes comments, those on successive lines as one, so that a page of them is one thing to read over. */
export class CommentRun {
  readonly #notes: Note[];
  #first = '';
  #line = 0;
  #lastLine = -1;

  constructor(notes: Note[]) {
    this.#notes = notes;
  }

  add(line: number, text: string): void {
    if (line === this.#lastLine + 1) this.#notes.splice(this.#notes.length - 1, 1);
    else {
      this.#first = text;
      this.#line = line;
    }
    this.#lastLine = line;
    this.#notes.push(leftOut({ line: this.#line, lastLine: line }, 'comment', this.#first));
  }
}
