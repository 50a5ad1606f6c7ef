import type { Lines } from '../note.ts';

/** Told of each piece of a file in turn, with the lines that it stands on; false ends the scan. */
export interface LineSink {
  /** Words of one directive, quotes taken away: all up to the end of the line or a brace. */
  readonly words: (lines: Lines, words: string[]) => boolean;
  readonly open: (lines: Lines) => boolean;
  readonly close: (lines: Lines) => boolean;
  /** A comment with its `#` or `!`, at the end of a line or alone on it. */
  readonly comment: (lines: Lines, text: string, isAlone: boolean) => boolean;
  /** A quote that its line doesn't close. */
  readonly unclosedQuote: (lines: Lines) => void;
}

/** Words of one directive that are kept; none that means something to us has as many. */
const mostWords = 64;

/** Cuts one line of keepalived.conf, from any position, into words, braces and a comment. False ended the scan. */
export function scanLine(text: string, lines: Lines, sink: LineSink): boolean {
  if (text.length > longestPlain) return scanCharacters(text, lines, sink);
  // Nearly all lines are words, words with a brace behind them, or a closing brace.
  const plain = text.trim();
  if (plain === '}') return sink.close(lines);
  const opens = plain.endsWith('{');
  const rest = opens ? plain.slice(0, -1) : plain;
  if (/["'#!{}\\]/.test(rest) || rest.endsWith('$')) return scanCharacters(text, lines, sink);
  const words = rest.split(/\s+/).filter((word) => word !== '');
  if (words.length > 0 && !sink.words(lines, words.slice(0, mostWords))) return false;
  return !opens || sink.open(lines);
}

const longestPlain = 1000;

/** A run of characters that mean nothing by themselves. */
const plainRun = /[^\s"'#!{}\\$]+/y;

function scanCharacters(text: string, lines: Lines, sink: LineSink): boolean {
  let words: string[] = [];
  let word: string | null = null;
  let quote = '';
  const endWord = () => {
    if (word !== null && words.length < mostWords) words.push(word);
    word = null;
  };
  const endDirective = (): boolean => {
    endWord();
    const ended = words;
    words = [];
    return ended.length === 0 || sink.words(lines, ended);
  };
  for (let at = 0; at < text.length; at++) {
    plainRun.lastIndex = at;
    const [run] = plainRun.exec(text) ?? [];
    if (run !== undefined) {
      word = (word ?? '') + run;
      at += run.length - 1;
      continue;
    }
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
      else word = (word ?? '') + (character === '\\' ? text.charAt(++at) : character);
    } else if (character === '"' || character === "'") {
      quote = character;
      word ??= '';
    } else if (character === '#' || character === '!') {
      const isAlone = words.length === 0 && word === null && text.slice(0, at).trim() === '';
      return endDirective() && sink.comment(lines, text.slice(at).trimEnd(), isAlone);
    } else if (character === '{' || character === '}') {
      if (!endDirective() || !sink[character === '{' ? 'open' : 'close'](lines)) return false;
    } else if (character === '$' && text.charAt(at + 1) === '{') {
      // The braces of a parameter without a value are no block's.
      const end = text.indexOf('}', at) + 1 || text.length;
      word = (word ?? '') + text.slice(at, end);
      at = end - 1;
    } else if (character === '$' || character === '\\') word = (word ?? '') + character;
    else endWord();
  }
  if (quote !== '') sink.unclosedQuote(lines);
  return endDirective();
}
