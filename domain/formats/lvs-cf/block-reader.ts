import { type Lines, leftOut, onLine, remark } from '../note.ts';
import type { Note, NoteCode } from '../read-file.ts';
import { portOf } from '../service-ports.ts';
import { fateOf } from './directives.ts';
import { type Assignment, assignmentText, type Block, blockText } from './statement.ts';

/** Reads the values of one block, and notes what is wrong with them and what has no counterpart here. */
export class BlockReader {
  readonly #block: Block;
  readonly #faults: Note[] = [];
  readonly #notes: Note[] = [];

  constructor(block: Block) {
    this.#block = block;
  }

  /** What was noted, faults first if there are any, with one that says what is left out for them. */
  get notes(): Note[] {
    if (!this.hasFaults) return this.#notes;
    return [leftOut(this.#block, 'has-faults', blockText(this.#block)), ...this.#faults, ...this.leftOutNotes];
  }

  /** What was left out, without what would be worth knowing if the block were taken. */
  get leftOutNotes(): Note[] {
    return this.#notes.filter((note) => note.kind === 'left-out');
  }

  get hasFaults(): boolean {
    return this.#faults.length > 0;
  }

  /** The assignment to a key, if the block has it. */
  get(key: string): Assignment | undefined {
    return this.#block.assignments.get(key);
  }

  /** Notes a value that can't be what it should: what the block describes must not be made up without it. */
  fault(at: Assignment, code: NoteCode, about = assignmentText(at)): void {
    this.#faults.push(leftOut(onLine(at.line), code, about));
  }

  leaveOut(at: Assignment, code: NoteCode, about = assignmentText(at)): void {
    this.#notes.push(leftOut(onLine(at.line), code, about));
  }

  /** Notes that a key isn't there and what counts without it. */
  takeDefault(about: string, at: Lines = onLine(this.#block.line)): void {
    this.#notes.push(remark(at, 'default-taken', about));
  }

  /** Notes each key that has no counterpart here. */
  leaveOutTheRest(kind: 'file' | 'virtual' | 'server'): void {
    for (const at of this.#block.assignments.values()) {
      const fate = fateOf(kind, at.key);
      if (fate !== 'read') this.leaveOut(at, fate);
    }
  }

  /** The one word that a key has; undefined without the key or, with a fault, with more words. */
  word(key: string): string | undefined {
    const at = this.get(key);
    if (!at) return undefined;
    if (at.values.length === 1) return at.values[0];
    this.fault(at, 'value-invalid');
    return undefined;
  }

  /** A number as strtol(3) reads it, without octal ones, which nobody means; `otherwise` without the key. */
  number(key: string, otherwise: number): number {
    return this.#value(key, otherwise, 'value-invalid', (word) =>
      /^([+-]?(0|[1-9]\d{0,14})|0x[0-9a-f]{1,12})$/i.test(word) ? Number(word) : undefined,
    );
  }

  /** A port by its number or name; `otherwise` without the key. */
  port(key: string, otherwise: number): number {
    return this.#value(key, otherwise, 'port-unknown', portOf);
  }

  /** Whether `active = 1` stands in the block: without it Piranha leaves it alone (`lvsInitVirtualServer`). */
  isActive(): boolean {
    return this.#value('active', false, 'value-invalid', (word) =>
      word === '0' || word === '1' ? word === '1' : undefined,
    );
  }

  #value<T>(key: string, otherwise: T, code: NoteCode, parse: (word: string) => T | undefined): T {
    const at = this.get(key);
    const word = this.word(key);
    if (!at || word === undefined) return otherwise;
    const value = parse(word);
    if (value === undefined) this.fault(at, code);
    return value ?? otherwise;
  }
}
