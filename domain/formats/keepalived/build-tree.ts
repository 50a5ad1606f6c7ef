import { type Lines, leftOut, onLine, remark } from '../note.ts';
import type { Note } from '../read-file.ts';
import { parseShoalComment } from '../shoal-comment.ts';
import { type Directive, directiveText, ourComment } from './directive.ts';
import { noteRows } from './note-rows.ts';
import type { LineSink } from './scan-lines.ts';

/** Blocks in blocks that are kept; keepalived's own go four deep. */
const deepest = 32;

/** Blocks that stand in no other, so that one inside another tells of a closing brace that is missing. */
const ofTheFile = new Set([
  'virtual_server',
  'virtual_server_group',
  'vrrp_instance',
  'vrrp_sync_group',
  'global_defs',
]);

export interface Tree {
  readonly sink: LineSink;
  /** Closes what is still open, at the file's last line. */
  readonly end: (lastLine: number) => void;
  readonly directives: readonly Directive[];
  readonly notes: readonly Note[];
}

/**
 * Builds directives with their blocks, without recursion, so that no nesting is too deep for the stack.
 *
 * A block that was never closed ends where the next block of its own kind, or one of the file, begins: what stands
 * behind a forgotten brace isn't lost. `most` directives and braces are taken; then the sink says no.
 */
export function buildTree(most: number): Tree {
  const directives: Directive[] = [];
  const notes: Note[] = [];
  const open: Directive[] = [];
  const comments = noteRows('comment', notes);
  const strayBraces = noteRows('block-not-opened', notes);
  let count = 0;
  /** The directive that a brace on the next line would belong to. */
  let header: Directive | null = null;
  /** Blocks below the deepest one, and where they began. */
  let tooDeep = { depth: 0, line: 0 };

  const add = (name: string, words: readonly string[], { line, lastLine }: Lines): Directive => {
    const directive: Directive = { name, words, line, lastLine, body: null };
    (open.at(-1)?.body ?? directives).push(directive);
    return directive;
  };
  const leave = (line: number, isMissing: boolean) => {
    const block = open.pop();
    if (!block) return;
    block.lastLine = line;
    if (isMissing) notes.push(remark(onLine(block.line), 'block-not-closed', directiveText(block)));
  };
  /** A block of the file is known by its name, and not only by the brace that may stand on the next line. */
  const leaveUnclosed = (name: string, line: number) => {
    const same = name === 'real_server' ? open.findIndex((block) => block.name === name) : -1;
    const keep = ofTheFile.has(name) ? 0 : same;
    while (keep >= 0 && open.length > keep) leave(line - 1, true);
  };
  const goesOn = (): boolean => {
    comments.end();
    count += 1;
    return count < most;
  };
  const endTooDeep = (lastLine: number) => {
    notes.push(leftOut({ line: tooDeep.line, lastLine }, 'nested-too-deep', '{'));
    tooDeep = { depth: 0, line: 0 };
  };

  const sink: LineSink = {
    words(lines, [name = '', ...words]) {
      strayBraces.end();
      if (tooDeep.depth === 0) {
        leaveUnclosed(name, lines.line);
        header = add(name, words, lines);
      }
      return goesOn();
    },
    open(lines) {
      strayBraces.end();
      if (open.length >= deepest) {
        if (tooDeep.depth === 0) tooDeep.line = lines.line;
        tooDeep.depth += 1;
        return goesOn();
      }
      const block = header ?? add('{', [], lines);
      header = null;
      block.body = [];
      open.push(block);
      return goesOn();
    },
    close(lines) {
      header = null;
      if (tooDeep.depth === 1) endTooDeep(lines.lastLine);
      else if (tooDeep.depth > 1) tooDeep.depth -= 1;
      else if (open.length === 0) strayBraces.add(lines, '}');
      else leave(lines.lastLine, false);
      return goesOn();
    },
    comment(lines, text, isAlone) {
      if (isAlone && tooDeep.depth === 0 && parseShoalComment(text)) {
        add(ourComment, [text], lines);
        return goesOn();
      }
      comments.add(lines, text);
      return true;
    },
    unclosedQuote: (lines) => void notes.push(remark(lines, 'syntax', '"')),
  };

  const end = (lastLine: number) => {
    comments.end();
    strayBraces.end();
    if (tooDeep.depth > 0) endTooDeep(lastLine);
    while (open.length > 0) leave(lastLine, true);
  };
  return { sink, end, directives, notes };
}
