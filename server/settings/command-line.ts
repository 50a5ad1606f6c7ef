import { ok, type Result, refused } from '../../domain/result.ts';

export type Command = { readonly kind: 'serve' } | { readonly kind: 'reset-password'; readonly username: string };

const usage = `Usage: node main.mjs [--reset-password NAME]

Without options it serves the console, by these variables:
  SHOAL_LISTEN  host:port to listen on (127.0.0.1:3000)
  SHOAL_URL     where browsers and agents reach it (http:// and the address above)
  SHOAL_DATA    folder of the database and the keys (./data)

--reset-password NAME  gives a person a new password, prints it, and ends their sessions`;

/** What the arguments ask for, or how to use the program. */
export function parseCommandLine(args: readonly string[]): Result<Command> {
  const [option, username, ...more] = args;
  if (option === undefined) return ok({ kind: 'serve' });
  if (option === '--reset-password' && username && more.length === 0)
    return ok({ kind: 'reset-password', username: username.toLowerCase() });
  return refused(usage);
}
