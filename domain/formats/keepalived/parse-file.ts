import { leftOut, onLine, taken } from '../note.ts';
import type { Note } from '../read-file.ts';
import { buildTree } from './build-tree.ts';
import type { Directive } from './directive.ts';
import { hiddenLine } from './hidden-line.ts';
import { fileParameters } from './parameters.ts';
import { scanLine } from './scan-lines.ts';

/** Directives and braces that are read: more than the largest definition needs, and not so many that a file takes long. */
const most = 800_000;

/** The directives of a keepalived.conf with their blocks and lines; notes tell of comments, braces and parameters. */
export function parseFile(text: string): {
  readonly directives: readonly Directive[];
  readonly notes: readonly Note[];
} {
  const tree = buildTree(most);
  const parameters = fileParameters();
  const notes: Note[] = [];
  const lines = linesOf(text);
  let line = 1;
  for (; line <= lines.length; line++) {
    const first = line;
    let source = lines[line - 1] ?? '';
    // keepalived.conf(5): a backslash at its end joins a line to the next.
    const rows: string[] = [];
    while (source.endsWith('\\') && line < lines.length) {
      rows.push(source.slice(0, -1));
      source = lines[line++] ?? '';
    }
    if (rows.length > 0 && /^\s*\$\w+=/.test(rows[0] ?? '')) {
      notes.push(leftOut({ line: first, lastLine: line }, 'no-parameters', (rows[0] ?? '').trim()));
      continue;
    }
    source = rows.length > 0 ? [...rows, source].join(' ') : source;
    const parameter = source.includes('$') ? parameters.define(source) : undefined;
    if (parameter) notes.push(taken(onLine(line), `$${parameter.name} = ${parameter.value}`.slice(0, 200)));
    else if (!scanLine(parameters.fillIn(hiddenLine(source) ?? source), first, tree.sink)) break;
  }
  const lastLine = Math.min(line, lines.length);
  tree.end(lastLine);
  if (lastLine < lines.length)
    notes.push(leftOut({ line: lastLine + 1, lastLine: lines.length }, 'too-large', String(most)));
  return { directives: tree.directives, notes: notes.concat(tree.notes) };
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
