import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ConsoleKey, consoleKeyOf, newConsoleKey } from './console-key.ts';

export interface Keys {
  readonly console: ConsoleKey;
  /** Signs the cookies of sessions. */
  readonly authSecret: string;
}

/**
 * The console's keys, made at the first start.
 *
 * In files that only its user can read and not in the database: a copy of the database then can't command directors or
 * forge a session. Whoever restores a console on another machine needs both.
 */
export function openKeys(directory: string): Keys {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  return {
    console: consoleKeyOf(kept(path.join(directory, 'console-key.pem'), newConsoleKey)),
    authSecret: kept(path.join(directory, 'auth-secret'), () => randomBytes(32).toString('base64url')),
  };
}

function kept(file: string, make: () => string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const made = make();
  writeFileSync(file, made, { mode: 0o600, flag: 'wx' });
  return made;
}
