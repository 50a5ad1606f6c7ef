import { consoleActor } from '../audit/actor.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { createPerson } from './commands.ts';
import { countPeople } from './store.ts';

/** The administrator that a console without people gets, with a password that is told here and never again. */
export async function firstRun(
  parts: Pick<ConsoleParts, 'db' | 'now' | 'randomBytes'>,
): Promise<{ readonly username: string; readonly password: string } | null> {
  if ((await countPeople(parts.db)) > 0) return null;
  const username = 'admin';
  const person = { username, name: 'Administrator', role: 'administrator' as const };
  const { password } = await createPerson(parts, consoleActor, person, 'first-run');
  return { username, password };
}
