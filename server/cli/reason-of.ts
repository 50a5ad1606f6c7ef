import type { Run } from './command.ts';
import { usage } from './exit-code.ts';

/** The reason that was given; refuses when none was: every change has one. */
export function reasonOf({ given }: Pick<Run, 'given'>): string {
  const reason = given.text('reason')?.trim();
  if (!reason) throw usage('Say why, with --reason.');
  return reason;
}
