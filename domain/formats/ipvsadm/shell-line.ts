/** A simple command of a line: its words without quotes, up to the next `;`, `&&`, `||`, `|` or `&`. */
export type ShellCommand = readonly string[];

export interface ShellLine {
  readonly commands: readonly ShellCommand[];
  /** What stands behind a `#` after the commands. */
  readonly comment: string | null;
}

const operator = /^(;|;;|&&?|\|\|?)$/;
const redirection = /^\d*(>>?|<)(&?\d|\S+)?$/;

/**
 * The commands of one line, as far as a line of rules or a plain shell script needs it: blanks, quotes around words, a
 * comment, and operators; where output goes is passed over. Anything cleverer is left in the words as it stands.
 */
export function parseShellLine(text: string): ShellLine {
  const commands: string[][] = [[]];
  const words = text.split(/[ \t]+/).filter(Boolean);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word.startsWith('#')) return { commands: commands.filter(hasWords), comment: words.slice(at).join(' ') };
    if (operator.test(word)) {
      commands.push([]);
      continue;
    }
    if (redirection.test(word)) {
      // `> /dev/null` is two words, `>/dev/null` and `2>&1` are one.
      if (/[<>]$/.test(word)) at++;
      continue;
    }
    const ends = /[;&]$/.test(word);
    commands.at(-1)?.push(unquoted(ends ? word.replace(/[;&]+$/, '') : word));
    if (ends) commands.push([]);
  }
  return { commands: commands.filter(hasWords), comment: null };
}

const hasWords = (words: readonly string[]): boolean => words.length > 0;

const unquoted = (word: string): string => word.replace(/["']/g, '');
