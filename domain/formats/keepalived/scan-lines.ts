/** Told of each piece of a file in turn. Lines count from 1; false ends the scan. */
export interface LineSink {
  /** Words of one directive, quotes taken away: all up to the end of the line or a brace. */
  readonly words: (line: number, words: string[]) => boolean;
  readonly open: (line: number) => boolean;
  readonly close: (line: number) => boolean;
  /** A comment with its `#` or `!`, at the end of a line or alone on it. */
  readonly comment: (line: number, text: string, isAlone: boolean) => boolean;
  /** A quote that its line doesn't close. */
  readonly unclosedQuote: (line: number) => void;
}

/** Words of one directive that are kept; none that means something to us has as many. */
const mostWords = 64;

/** Cuts one line of keepalived.conf, from any position, into words, braces and a comment. False ended the scan. */
export function scanLine(text: string, line: number, sink: LineSink): boolean {
  if (text.length > longestPlain) return scanCharacters(text, line, sink);
  // Nearly all lines are words, words with a brace behind them, or a closing brace.
  const plain = text.trim();
  if (plain === '}') return sink.close(line);
  const opens = plain.endsWith('{');
  const rest = opens ? plain.slice(0, -1) : plain;
  if (/["'#!{}\\\0]/.test(rest) || rest.endsWith('$')) return scanCharacters(text, line, sink);
  const words = rest.split(/\s+/).filter((word) => word !== '');
  if (words.length > 0 && !sink.words(line, words.slice(0, mostWords))) return false;
  return !opens || sink.open(line);
}

const longestPlain = 1000;

function scanCharacters(text: string, line: number, sink: LineSink): boolean {
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
    return ended.length === 0 || sink.words(line, ended);
  };
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
      else word = `${word}${character === '\\' ? text.charAt(++at) : character}`;
    } else if (character === '"' || character === "'") {
      quote = character;
      word ??= '';
    } else if (character === '#' || character === '!') {
      const isAlone = words.length === 0 && word === null && text.slice(0, at).trim() === '';
      return endDirective() && sink.comment(line, text.slice(at).trimEnd(), isAlone);
    } else if (character === '{' && text.charAt(at - 1) === '$') {
      const end = text.indexOf('}', at);
      const name = end < 0 ? character : text.slice(at, end + 1);
      word = `${word ?? ''}${name}`;
      at += name.length - 1;
    } else if (character === '{' || character === '}') {
      if (!endDirective() || !sink[character === '{' ? 'open' : 'close'](line)) return false;
    } else if (isSpace(character)) endWord();
    else word = `${word ?? ''}${character}`;
  }
  if (quote !== '') sink.unclosedQuote(line);
  return endDirective();
}

const isSpace = (character: string): boolean => character === ' ' || character === '\t' || /[\f\v\r\0]/.test(character);
