import { breakAdvice, breakText } from '../../domain/audit/break-text.ts';
import type { VerifiedLog } from './verified-log.ts';

/** What was found of a log, in lines for a terminal. */
export function verifyReport(file: string, { broken, rows, last, agreed, unsigned, excerpt }: VerifiedLog): string[] {
  const about = agreed.map(
    ({ by, count, upTo }) => `  ${by ?? 'its own checkpoints'}: ${count} of ${count} agree, the newest at #${upTo}`,
  );
  const strangers = new Set(unsigned.filter(({ by }) => by !== null).map(({ by }) => by));
  const left = [...strangers].map((by) => `  ${by}: has checkpoints that this key did not sign; they were left out`);
  if (broken)
    return [
      `${file}: NOT as it was written`,
      `  ${breakText(broken)}`,
      `  the last row that fits is ${last ? `#${last.seq}` : 'none'}`,
      ...about,
      ...left,
      breakAdvice,
    ];
  const what = excerpt
    ? 'each row is as it was written; an excerpt can’t show which rows are missing'
    : 'as it was written';
  const marks =
    agreed.length > 0 ? about : ['  no checkpoint was there to compare with: a rewrite of all rows can’t be told'];
  return [`${file}: ${what}`, `  ${rows} rows${last ? `, the last is #${last.seq}` : ''}`, ...marks, ...left];
}
