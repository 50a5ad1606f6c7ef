import { CommentRun } from '../comment-run.ts';
import { leftOut, onLine, remark } from '../note.ts';
import type { Note } from '../read-file.ts';
import { fateOfGlobal, isOfAVirtual, isOfTheFile } from './directives.ts';
import { timeKeys } from './read-check.ts';
import { type Statement, statementText, type VirtualBlock } from './statement.ts';

export interface VirtualsParsed {
  readonly virtuals: VirtualBlock[];
  /** What stands outside of them and counts for their checks, the last one of each key; without notes. */
  readonly globals: ReadonlyMap<string, Statement>;
  readonly notes: Note[];
}

/** The virtual services of an ldirectord.cf, and a note for every line that belongs to none. */
export function parseVirtuals(text: string): VirtualsParsed {
  const parser = new VirtualParser();
  for (const [index, line] of text.split('\n').entries()) parser.take(line, index + 1);
  return { virtuals: parser.virtuals, globals: parser.globals, notes: parser.notes };
}

class VirtualParser {
  readonly virtuals: VirtualBlock[] = [];
  readonly globals = new Map<string, Statement>();
  readonly notes: Note[] = [];
  readonly #comments = new CommentRun(this.notes);
  /** The service that indented lines belong to. */
  #open: VirtualBlock | null = null;
  /** Whether it has lines that should have been indented, as in what was copied from a web page. */
  #openIsFlat = false;

  take(line: string, number: number): void {
    const text = line.trim();
    if (text === '') return;
    if (text.startsWith('#')) {
      this.#comments.add(number, text);
      return;
    }
    const behind = commentStart(text);
    if (behind >= 0) this.notes.push(remark(onLine(number), 'trailing-comment', text.slice(behind)));
    this.#takeStatement(behind < 0 ? text : text.slice(0, behind).trimEnd(), line, number);
  }

  #takeStatement(text: string, line: string, number: number): void {
    const parts = /^([\w:.-]+)\s*=\s*(.*)$/.exec(text);
    const [, key = '', value = ''] = parts ?? [];
    if (key === '') this.#takeOther(text, number);
    else if (value === '') this.notes.push(leftOut(onLine(number), 'value-missing', key));
    else this.#place({ line: number, key, value }, depthOf(line));
  }

  /** Four blanks or a tab are what ldirectord counts as indented; with less it gives up. */
  #place(statement: Statement, depth: number): void {
    const { key, line } = statement;
    const startsService = key === 'virtual' || key === 'virtual6';
    const inside = this.#open !== null && !startsService && this.#belongsInside(key, depth);
    const isLax = inside ? depth < 4 : depth > 0 && (startsService || isOfTheFile(key));
    if (isLax) this.notes.push(remark(onLine(line), 'lax-grammar', statementText(statement)));
    if (startsService) this.#start(statement);
    else if (inside && this.#open) this.#add(this.#open, statement, depth);
    else this.#takeGlobal(statement);
  }

  #belongsInside(key: string, depth: number): boolean {
    return depth > 0 || isOfAVirtual(key) || (this.#openIsFlat && isOfTheFile(key));
  }

  #start(head: Statement): void {
    const { line } = head;
    this.#open = { line, lastLine: line, head, statements: new Map(), reals: [] };
    this.#openIsFlat = false;
    this.virtuals.push(this.#open);
  }

  #add(block: VirtualBlock, statement: Statement, depth: number): void {
    block.lastLine = statement.line;
    if (depth === 0) this.#openIsFlat = true;
    if (statement.key === 'real' || statement.key === 'real6') {
      block.reals.push(statement);
      return;
    }
    const before = block.statements.get(statement.key);
    if (before) this.notes.push(leftOut(onLine(before.line), 'given-twice', statementText(before)));
    block.statements.set(statement.key, statement);
  }

  #takeGlobal(statement: Statement): void {
    this.#open = null;
    const { key, value, line } = statement;
    if (timeKeys.some((one) => one === key)) {
      const before = this.globals.get(key);
      if (before) this.notes.push(leftOut(onLine(before.line), 'given-twice', statementText(before)));
      this.globals.set(key, statement);
      return;
    }
    const fate = fateOfGlobal(key);
    // `eth0:1=192.0.2.1` in the files of a web form: where a VIP is put.
    const isInterface =
      fate === 'directive-unknown' && /^[a-z]+[\d.]+(:\w+)?$/.test(key) && /^[\d.:a-f/]+$/i.test(value);
    const code = isInterface ? 'no-virtual-address-set-up' : fate === 'read' ? 'outside-of-a-block' : fate;
    this.notes.push(leftOut(onLine(line), code, statementText(statement)));
  }

  /** What isn't `key = value`: a bare `supervised`, the `[headings]` of a web form, and what nobody can read. */
  #takeOther(text: string, number: number): void {
    if (/^\[[^\]]*\]$/.test(text)) this.#open = null;
    const code = /^\[[^\]]*\]$/.test(text) ? 'other-grammar' : text === 'supervised' ? 'no-process-settings' : 'syntax';
    this.notes.push(leftOut(onLine(number), code, text));
  }
}

/** Where a `#` stands that is in no quotes; -1 without one. */
function commentStart(text: string): number {
  let quoted = false;
  for (let at = text.search(/["#]/); at >= 0 && at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') quoted = !quoted;
    else if (character === '#' && !quoted) return at;
  }
  return -1;
}

/** Blanks in front of a line, a tab as four. */
function depthOf(line: string): number {
  let depth = 0;
  for (const character of line) {
    if (character === '\t') depth += 4;
    else if (character === ' ') depth += 1;
    else break;
  }
  return depth;
}
