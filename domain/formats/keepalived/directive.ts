/** One directive of keepalived.conf with what stands in its braces. */
export interface Directive {
  /** The first word; `#shoal` for a comment of ours, whose one word is then the whole line. */
  readonly name: string;
  /** The words behind the name, without their quotes. */
  readonly words: readonly string[];
  readonly line: number;
  /** The line of the closing brace; its own line without one. */
  lastLine: number;
  /** What stands in its braces; null if it has none. */
  body: Directive[] | null;
}

export const ourComment = '#shoal';

/** A directive as the file has it, in one line and without its braces: what a note is about. */
export const directiveText = ({ name, words }: Directive): string => [name, ...words].join(' ');
