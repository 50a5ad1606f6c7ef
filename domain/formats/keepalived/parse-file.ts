import { leftOut, onLine, taken } from '../note.ts';
import type { Note } from '../read-file.ts';
import { buildTree } from './build-tree.ts';
import type { Directive } from './directive.ts';
import { hiddenLine } from './hidden-line.ts';
import { fileParameters } from './parameters.ts';
import { countLines, type Row, rowsOf } from './rows-of.ts';
import { scanLine } from './scan-lines.ts';

/** Lines with content, or directives and braces, that are read; more would take longer than a second. */
export const mostLines = 100_000;

/** The directives of a keepalived.conf with their blocks and lines; notes tell of comments, braces and parameters. */
export function parseFile(text: string): {
  readonly directives: readonly Directive[];
  readonly notes: readonly Note[];
} {
  const tree = buildTree(mostLines);
  const parameters = fileParameters();
  const notes: Note[] = [];
  let count = 0;
  let last: Row = { text: '', line: 0, lastLine: 0, end: 0 };
  for (const row of rowsOf(text)) {
    last = row;
    if (++count > mostLines) break;
    const parameter = row.text.includes('$') ? parameters.define(row.text) : undefined;
    if (parameter && row.line < row.lastLine) notes.push(leftOut(row, 'no-parameters', row.text.trim()));
    else if (parameter) {
      parameters.set(parameter);
      notes.push(taken(onLine(row.line), `$${parameter.name} = ${parameter.value}`.slice(0, 200)));
    } else if (!scanLine(parameters.fillIn(hiddenLine(row.text) ?? row.text), row, tree.sink)) {
      count = mostLines + 1;
      break;
    }
  }
  tree.end(last.lastLine);
  if (count > mostLines) {
    const lastLine = last.lastLine + countLines(text, last.end);
    notes.push(leftOut({ line: last.line, lastLine }, 'too-many-lines', String(mostLines)));
  }
  return { directives: tree.directives, notes: notes.concat(tree.notes) };
}
