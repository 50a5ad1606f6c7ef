/** A line of lvs.cf as the words that Piranha's parser makes of it (lvsconfig.c, `tokenizeString`). */
export interface TokenizedLine {
  /** Words without their quotes. */
  readonly words: readonly string[];
  /** Those that were not in quotes: only these can be braces. */
  readonly bare: readonly string[];
  /** A comment behind the words or alone on the line, with its `#`; null without one. */
  readonly comment: string | null;
  /** Whether a quote isn't closed on its line. The words before it are there. */
  readonly openQuote: boolean;
}

/**
 * Cuts a line at blanks. A word that begins with `"` or `'` goes on to the same quote; `#` begins a comment where a word
 * could begin, which Piranha's own parser takes only at the start of a line.
 */
export function tokenizeLine(line: string): TokenizedLine {
  const words: string[] = [];
  const bare: string[] = [];
  const length = line.length;
  let at = 0;
  while (at < length) {
    const character = line.charAt(at);
    if (isBlank(character)) {
      at++;
      continue;
    }
    if (character === '#') return { words, bare, comment: line.slice(at).trimEnd(), openQuote: false };
    const quoted = character === '"' || character === "'";
    const end = quoted ? line.indexOf(character, at + 1) : endOfWord(line, at);
    if (end < 0) return { words, bare, comment: null, openQuote: true };
    const word = line.slice(quoted ? at + 1 : at, end);
    words.push(word);
    if (!quoted) bare.push(word);
    at = quoted ? end + 1 : end;
  }
  return { words, bare, comment: null, openQuote: false };
}

function endOfWord(line: string, start: number): number {
  let end = start;
  while (end < line.length && !isBlank(line.charAt(end))) end++;
  return end;
}

const isBlank = (character: string): boolean =>
  character === ' ' || character === '\t' || character === '\r' || character === '\f' || character === '\v';
