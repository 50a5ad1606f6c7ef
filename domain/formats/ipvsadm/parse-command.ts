import type { Refusal } from '../refusals.ts';
import { type CommandName, commandOf, type OptionName, optionOf, takenBy } from './options.ts';

/** One ipvsadm command: what it does, its options, and the words that belong to none of them. */
export interface Command {
  readonly name: CommandName;
  /** Values as written; '' for an option without one. */
  readonly options: ReadonlyMap<OptionName, string>;
  readonly words: readonly string[];
}

export type ParsedCommand = { readonly ok: true; readonly command: Command } | ({ readonly ok: false } & Refusal);

const refused = (code: Refusal['code'], about: string): ParsedCommand => ({ ok: false, code, about });

/**
 * The command that the words of a line make, as popt(3) reads them for ipvsadm: `-t V`, `-tV`, `-t=V`, `-At V`,
 * `--tcp-service V`, `--tcp-service=V`.
 *
 * Refused, as by ipvsadm: an unknown option, one that is given twice, one without its value.
 */
export function parseCommand(words: readonly string[]): ParsedCommand {
  const [first = '', ...others] = words;
  const short = /^-[^-]./.test(first) ? first.slice(0, 2) : first;
  const name = commandOf(short);
  if (!name) return refused('directive-unknown', first);
  // `-At V` is `-A -t V`.
  const rest = short === first ? others : [`-${first.slice(2)}`, ...others];
  const options = new Map<OptionName, string>();
  const free: string[] = [];
  const waiting = rest.toReversed();
  for (let word = waiting.pop(); word !== undefined; word = waiting.pop()) {
    if (!word.startsWith('-') || word === '-') {
      free.push(word);
      continue;
    }
    const { text, value, joined } = splitOption(word);
    const option = optionOf(text);
    if (!option) return refused('directive-unknown', word);
    if (options.has(option)) return refused('given-twice', text);
    const takes = takenBy(option);
    if (takes === 'nothing') {
      if (value !== null) {
        if (!joined) return refused('value-invalid', word);
        waiting.push(`-${value}`);
      }
      options.set(option, '');
      continue;
    }
    const next = waiting.at(-1);
    // An optional value is the next word unless that is an option (POPT_ARGFLAG_OPTIONAL).
    const follows = next !== undefined && (takes === 'value' || !next.startsWith('-'));
    if (value === null && takes === 'value' && !follows) return refused('value-missing', text);
    options.set(option, value ?? (follows ? (waiting.pop() ?? '') : ''));
  }
  return { ok: true, command: { name, options, words: free } };
}

/** An option's own text, and the value that the same word has; `joined` if it follows a short option without `=`. */
function splitOption(word: string): { text: string; value: string | null; joined: boolean } {
  if (word.startsWith('--')) {
    const at = word.indexOf('=');
    return at < 0
      ? { text: word, value: null, joined: false }
      : { text: word.slice(0, at), value: word.slice(at + 1), joined: false };
  }
  const value = word.slice(2);
  if (value === '') return { text: word, value: null, joined: false };
  const joined = !value.startsWith('=');
  return { text: word.slice(0, 2), value: joined ? value : value.slice(1), joined };
}
