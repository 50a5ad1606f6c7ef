import type { BreakKind, ChainBreak } from './chain-verdict.ts';

const what: Record<BreakKind, (rows: string) => string> = {
  edited: (rows) => `${rows} says something else than when it was written`,
  deleted: (rows) => `${rows} is missing`,
  inserted: (rows) => `${rows} was put in afterwards`,
  reordered: (rows) => `${rows} does not stand where it was written`,
  'tail-cut': (rows) => `${rows} is missing from the end`,
  rewritten: (rows) => `${rows}: at least one of them was written anew, and the hashes with it`,
};

/** What is broken, in one English line for a command line; screens have their own texts. */
export function breakText({ kind, seq, upTo, foundBy, by }: ChainBreak): string {
  const rows = upTo === null ? `#${seq} and maybe more` : upTo === seq ? `#${seq}` : `#${seq} to #${upTo}`;
  const told = { rows: 'the rows themselves', checkpoint: 'the console’s checkpoint', witness: `the witness ${by}` };
  return `${kind}: ${what[kind](rows)} (told by ${told[foundBy]})`;
}

/** What to do when a log is broken, whatever the kind. */
export const breakAdvice =
  'Keep the database and its -wal file as they are, as a copy. Rows before the break can be trusted. Compare with a ' +
  'backup, an export or a stream from before, and with the witnesses in the directors’ state folders. Whoever did it ' +
  'could write the console’s files: change who can, and the keys.';
