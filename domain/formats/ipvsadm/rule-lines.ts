import { type Lines, leftOut, onLine, remark, taken } from '../note.ts';
import type { Note } from '../read-file.ts';
import { parseShoalComment, type ShoalComment } from '../shoal-comment.ts';
import { contentLines } from './content-lines.ts';
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

/** Lines with content that are read: a definition of 5,000 services with 10 destinations each has 60,000 in our form. */
const mostLines = 66_000;

/** Longer than any rule can be; what is longer is no rule, and isn't taken apart. */
const longestLine = 4000;

const program = /^(?:(?:\/[\w.-]+)*\/)?ipvsadm$|^\$\{?IPVSADM\}?$/i;

/** What may stand before a command in a script. */
const before: ReadonlySet<string> = new Set(['sudo', 'exec', 'then', 'else', 'do', '{', '(', '!', 'time', 'if']);

const casePattern = /^[\w*|-]+\)$/;

/**
 * The commands of ipvsadm in a file of rules or a shell script, one a line or more, and a note for every other line.
 *
 * A rule may begin with the program's name, in a script also with `sudo`, and go on behind a `\` at the line's end.
 */
export function ruleLines(text: string): RuleLines {
  const { lines, rest } = contentLines(text, mostLines);
  const variables = singleAssignments(lines.map(({ text: line }) => line));
  const rules: RuleLine[] = [];
  const comments: (Lines & { comment: ShoalComment })[] = [];
  const notes = new LineNotes();
  for (const { text: line, ...at } of lines) {
    const comment = line.startsWith('#') ? parseShoalComment(line) : undefined;
    if (comment) comments.push({ ...at, comment });
    else if (line.startsWith('#')) notes.join(leftOut(at, 'comment', line));
    else if (line.length > longestLine) notes.join(leftOut(at, 'directive-unknown', line));
    else if (isPlainRule(line)) rules.push({ ...at, words: line.split(/[ \t]+/) });
    else readLine(line, at, variables, rules, notes);
  }
  if (rest) notes.join(leftOut(rest, 'too-many-lines', String(mostLines)));
  return { rules, comments, notes: notes.all };
}

/** A rule as `ipvsadm -S` prints it, which needs no look at what a shell would do with it. */
const isPlainRule = (line: string): boolean => line.startsWith('-') && !/[#"'$;&|<>\\]/.test(line);

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
    const [first = '', ...rest] = words.slice(
      Math.max(
        0,
        words.findIndex((word) => !before.has(word) && !casePattern.test(word)),
      ),
    );
    if (program.test(first)) rules.push({ ...at, words: rest });
    else if (/^--?[a-z]/i.test(first)) rules.push({ ...at, words: [first, ...rest] });
    else notes.join(leftOut(at, 'directive-unknown', words.join(' ')));
  }
  if (comment) notes.all.push(remark(onLine(at.lastLine), 'trailing-comment', comment));
}

/** Notes of which those of the same kind on lines one after the other become one, so that a long text makes few. */
class LineNotes {
  readonly all: Note[] = [];

  join(note: Note): void {
    const last = this.all.at(-1);
    const joins =
      last && 'code' in last && 'code' in note && last.code === note.code && last.lastLine + 1 === note.line;
    if (joins) this.all[this.all.length - 1] = { ...last, lastLine: note.lastLine };
    else this.all.push(note);
  }
}
