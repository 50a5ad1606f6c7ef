import { type Lines, leftOut, onLine, remark, taken } from '../note.ts';
import type { Note } from '../read-file.ts';
import { parseShoalComment, type ShoalComment } from '../shoal-comment.ts';
import { parseShellLine } from './shell-line.ts';
import { parseAssignment, singleAssignments, withVariables } from './shell-variables.ts';

/** The words of one ipvsadm command without the program's name, and where they stand. */
export interface RuleLine extends Lines {
  readonly words: readonly string[];
}

export interface RuleLines {
  readonly rules: readonly RuleLine[];
  readonly comments: readonly (Lines & { readonly comment: ShoalComment })[];
  readonly notes: readonly Note[];
}

/** Longer than any rule can be; what is longer is no rule, and isn't taken apart. */
const longestLine = 4000;

const program = /^(?:(?:\/[\w.-]+)*\/)?ipvsadm$|^\$\{?IPVSADM\}?$/i;

/**
 * The commands of ipvsadm in a file of rules or a shell script, one a line or more, and a note for every other line.
 *
 * A rule may begin with the program's name, in a script also with `sudo`, and go on behind a `\` at the line's end.
 */
export function ruleLines(text: string): RuleLines {
  const lines = text.split(/\r\n?|\n/);
  const variables = singleAssignments(lines);
  const rules: RuleLine[] = [];
  const comments: (Lines & { comment: ShoalComment })[] = [];
  const notes = new LineNotes();
  for (let index = 0; index < lines.length; index++) {
    const first = index;
    let line = (lines[index] ?? '').trim();
    while (line.endsWith('\\') && index + 1 < lines.length && line.length < longestLine) {
      index++;
      line = `${line.slice(0, -1)} ${(lines[index] ?? '').trim()}`;
    }
    if (line === '') continue;
    const at = { line: first + 1, lastLine: index + 1 };
    const comment = line.startsWith('#') ? parseShoalComment(line) : undefined;
    if (comment) comments.push({ ...at, comment });
    else if (line.startsWith('#')) notes.comment(at, line);
    else if (line.length > longestLine) notes.unknown(at, line);
    else readLine(line, at, variables, rules, notes);
  }
  return { rules, comments, notes: notes.all };
}

function readLine(
  line: string,
  at: Lines,
  variables: ReadonlyMap<string, string>,
  rules: RuleLine[],
  notes: LineNotes,
): void {
  const assigned = parseAssignment(line);
  if (assigned) {
    if (variables.has(assigned.name)) notes.all.push(taken(at, line));
    else notes.all.push(leftOut(at, 'given-twice', line));
    return;
  }
  const { commands, comment } = parseShellLine(line);
  for (const command of commands) {
    const words = command.map((word) => withVariables(word, variables));
    const [first = '', ...rest] = words[0] === 'sudo' ? words.slice(1) : words;
    if (program.test(first)) rules.push({ ...at, words: rest });
    else if (/^--?[a-z]/i.test(first)) rules.push({ ...at, words: [first, ...rest] });
    else notes.unknown(at, words.join(' '));
  }
  if (comment) notes.all.push(remark(onLine(at.lastLine), 'trailing-comment', comment));
}

/** Notes of which those of the same kind on lines one after the other become one, so that a long text makes few. */
class LineNotes {
  readonly all: Note[] = [];

  comment(at: Lines, text: string): void {
    this.#join(leftOut(at, 'comment', text));
  }

  unknown(at: Lines, text: string): void {
    this.#join(leftOut(at, 'directive-unknown', text));
  }

  #join(note: Note): void {
    const last = this.all.at(-1);
    const joins =
      last && 'code' in last && 'code' in note && last.code === note.code && last.lastLine + 1 === note.line;
    if (joins) this.all[this.all.length - 1] = { ...last, lastLine: note.lastLine };
    else this.all.push(note);
  }
}
