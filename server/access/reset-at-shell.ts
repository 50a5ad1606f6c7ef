import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { ok, type Result, refused } from '../../domain/result.ts';
import type { Database } from '../db/database.ts';
import { AppError } from '../trpc/app-error.ts';
import { resetPassword } from './commands.ts';

/** A new password for somebody who can't sign in, given by whoever has a shell on the console's machine. */
export async function resetPasswordAtShell(db: Database, now: () => number, username: string): Promise<Result<string>> {
  const actor = { name: `shell: ${userInfo().username}`, kind: 'system' as const, role: null, source: null };
  // A running console finds out by itself when it next looks at the sessions of its sockets.
  const sockets = { closeOf: () => {} };
  try {
    const { password } = await resetPassword({ db, now, randomBytes, sockets }, actor, username);
    return ok(password);
  } catch (error) {
    if (error instanceof AppError) return refused(error.message);
    throw error;
  }
}
