import { CommentRun } from '../comment-run.ts';
import { leftOut, onLine, remark } from '../note.ts';
import type { Note, NoteCode } from '../read-file.ts';
import { parseAssignment } from './parse-assignment.ts';
import { SkippedBlock } from './skipped-block.ts';
import { assignmentText, type Block } from './statement.ts';
import { type TokenizedLine, tokenizeLine } from './tokenize-line.ts';

export interface ParsedBlocks {
  readonly file: Block;
  /** What isn't lvs.cf's grammar, and comments. */
  readonly notes: readonly Note[];
}

/** The blocks and assignments of an lvs.cf (lvsconfig.c, `parseConfiguration`), and a note for what is none. */
export function parseBlocks(text: string): ParsedBlocks {
  const parser = new BlockParser();
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) parser.take(line, index + 1);
  return parser.end();
}

class BlockParser {
  readonly #notes: Note[] = [];
  readonly #comments = new CommentRun(this.#notes);
  readonly #file = newBlock('file', '', 0);
  /** From the file itself to the innermost block that is open: three at most. */
  readonly #open: Block[] = [this.#file];
  #skipped: SkippedBlock | null = null;
  #lastContent = 0;

  take(line: string, number: number): void {
    const tokens = tokenizeLine(line);
    if (tokens.words.length === 0 && !tokens.openQuote && tokens.comment === null) return;
    this.#lastContent = number;
    if (this.#skipped) {
      this.#skipped.add(tokens.bare);
      if (this.#skipped.ended) this.#endSkipped(this.#skipped, number);
      return;
    }
    if (tokens.comment !== null && tokens.words.length === 0) this.#comments.add(number, tokens.comment);
    else this.#takeStatement(tokens, line, number);
  }

  end(): ParsedBlocks {
    this.#closeDownTo(1);
    this.#file.lastLine = this.#lastContent;
    if (this.#skipped) {
      this.#notes.push(this.#skipped.openNote());
      this.#endSkipped(this.#skipped, this.#lastContent);
    }
    return { file: this.#file, notes: this.#notes };
  }

  get #innermost(): Block {
    return this.#open.at(-1) ?? this.#file;
  }

  #takeStatement(tokens: TokenizedLine, line: string, number: number): void {
    const { words, comment, openQuote } = tokens;
    if (comment !== null) this.#notes.push(remark(onLine(number), 'trailing-comment', comment));
    if (openQuote) this.#notes.push(leftOut(onLine(number), 'syntax', line.trim()));
    else if (words[0] === '}') this.#takeEnd(words, number);
    else if (isStart(tokens)) this.#takeStart(tokens, number);
    else this.#takeAssignment(words, number);
  }

  #takeEnd(words: readonly string[], number: number): void {
    if (this.#open.length === 1) this.#notes.push(leftOut(onLine(number), 'block-not-opened', words.join(' ')));
    else {
      this.#innermost.closed = true;
      this.#innermost.lastLine = number;
      this.#open.pop();
      if (words.length > 1) this.#notes.push(leftOut(onLine(number), 'syntax', words.join(' ')));
    }
  }

  #takeStart(tokens: TokenizedLine, number: number): void {
    const { words } = tokens;
    const [kind = '', ...rest] = words;
    const opening = rest.pop() ?? '';
    // Piranha wants a blank before the brace; with `web{` it is clear what is meant.
    const name = [...rest, opening.slice(0, -1)].join(' ').trim();
    const misplaced = this.#misplaced(kind, name, words);
    if (misplaced) {
      const skipped = new SkippedBlock(number, misplaced, tokens);
      if (skipped.ended) this.#endSkipped(skipped, number);
      else this.#skipped = skipped;
      return;
    }
    if (opening !== '{') this.#notes.push(remark(onLine(number), 'lax-grammar', words.join(' ')));
    const block = newBlock(kind as Block['kind'], name, number);
    // A service inside a service, or a server inside a server: the one before was never closed.
    this.#closeDownTo(kind === 'server' ? 2 : 1);
    this.#innermost.blocks.push(block);
    this.#open.push(block);
  }

  #misplaced(kind: string, name: string, words: readonly string[]): NoteCode | null {
    if (!words.at(-1)?.endsWith('{')) return 'syntax';
    if (kind === 'server' && this.#open.length === 1) return 'outside-of-a-block';
    if (kind !== 'server' && kind !== 'virtual' && kind !== 'failover')
      return isOfKeepalived(kind) ? 'other-grammar' : 'directive-unknown';
    return name === '' ? 'value-missing' : null;
  }

  #endSkipped(skipped: SkippedBlock, lastLine: number): void {
    this.#notes.push(skipped.note(lastLine));
    this.#skipped = null;
  }

  #closeDownTo(depth: number): void {
    for (const block of this.#open.splice(depth)) block.lastLine = this.#lastContent;
  }

  #takeAssignment(words: readonly string[], number: number): void {
    const assignment = parseAssignment(words, number);
    if (!assignment) {
      const text = words.join(' ');
      this.#notes.push(leftOut(onLine(number), isOfKeepalived(words[0] ?? '') ? 'other-grammar' : 'syntax', text));
      return;
    }
    if (words[1] !== '=') this.#notes.push(remark(onLine(number), 'lax-grammar', words.join(' ')));
    if (assignment.values.length === 0) {
      this.#notes.push(leftOut(onLine(number), 'value-missing', assignment.key));
      return;
    }
    const { assignments } = this.#innermost;
    const before = assignments.get(assignment.key);
    if (before) this.#notes.push(leftOut(onLine(before.line), 'given-twice', assignmentText(before)));
    assignments.set(assignment.key, assignment);
  }
}

/** Whether a brace opens a block on the line. What has a `=` is an assignment, whatever its value. */
function isStart({ words, bare }: TokenizedLine): boolean {
  if (words[1] === '=' || words[0]?.includes('=')) return false;
  return bare.some((word) => word === '{') || (bare.at(-1)?.endsWith('{') ?? false);
}

/** The words that begin keepalived's blocks and directives; people save its files under this name. */
const isOfKeepalived = (word: string): boolean =>
  /^(global_defs|static_\w+|vrrp_\w+|virtual_server(_group)?|real_server|local_address_group|delay_loop|lb_\w+|lvs_\w+)$/.test(
    word,
  );

const newBlock = (kind: Block['kind'], name: string, line: number): Block => ({
  kind,
  name,
  line,
  lastLine: line,
  closed: kind === 'file',
  assignments: new Map(),
  blocks: [],
});
