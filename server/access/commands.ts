import { hashPassword, verifyPassword } from 'better-auth/crypto';
import type { Person } from '../../domain/access/person.ts';
import { type Role, roleSchema } from '../../domain/access/role.ts';
import type { Actor } from '../audit/actor.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Transaction } from '../db/database.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { AppError, invalid } from '../trpc/app-error.ts';
import { newPassword } from './new-password.ts';
import {
  addPerson,
  countOtherAdministrators,
  endSessions,
  findPeople,
  findPerson,
  passwordHashOf,
  setPassword,
  setPersonRole,
} from './store.ts';

/** A password that is told once and kept nowhere in the clear. */
export interface NewPassword {
  readonly password: string;
}

export async function listPeople(parts: ConsoleParts): Promise<readonly Person[]> {
  const rows = await findPeople(parts.db);
  return rows.map(({ name, username, role, disabledAt, createdAt, sessions: [last] }) => ({
    name,
    username: username ?? '',
    role: roleSchema.parse(role),
    disabled: disabledAt !== null,
    createdAt: createdAt.getTime(),
    lastSignIn: last?.createdAt.getTime() ?? null,
  }));
}

export async function createPerson(
  parts: Pick<ConsoleParts, 'db' | 'now' | 'randomBytes'>,
  actor: Actor,
  { username, name, role }: { readonly username: string; readonly name: string; readonly role: Role },
  action: 'person.create' | 'first-run' = 'person.create',
): Promise<NewPassword> {
  const password = newPassword(parts.randomBytes);
  const passwordHash = await hashPassword(password);
  const id = parts.randomBytes(12).toString('base64url');
  const at = parts.now();
  await recorded(parts.db, at, actor, async (tx) => {
    if (await findPerson(tx, username)) throw new AppError('CONFLICT', `There is a person ${username} already.`);
    await addPerson(tx, { id, username, name, role, passwordHash }, at);
    return { value: undefined, entries: [{ action, resource: username, after: { name, role } }] };
  });
  return { password };
}

export async function setRole(
  parts: ConsoleParts,
  actor: Actor,
  { username, role }: { readonly username: string; readonly role: Role },
): Promise<void> {
  const at = parts.now();
  const person = await recorded(parts.db, at, actor, async (tx) => {
    const found = await personOf(tx, username);
    if (role !== 'administrator') await keepAnAdministrator(tx, username);
    await setPersonRole(tx, found.id, role, at);
    const entry = { action: 'person.role' as const, resource: username, before: found.role, after: role };
    return { value: found, entries: [entry] };
  });
  // A connection keeps the role that it began with; a new one gets the new role.
  parts.sockets.closeOf(person.id);
}

/** Gives a person a new password and ends their sessions; somebody who was disabled may sign in again. */
export async function resetPassword(
  parts: Pick<ConsoleParts, 'db' | 'now' | 'randomBytes'> & { readonly sockets: { closeOf(id: string): void } },
  actor: Actor,
  username: string,
): Promise<NewPassword> {
  const password = newPassword(parts.randomBytes);
  const hash = await hashPassword(password);
  const at = parts.now();
  const person = await recorded(parts.db, at, actor, async (tx) => {
    const found = await personOf(tx, username);
    await setPassword(tx, found.id, hash, at);
    await endSessions(tx, found.id);
    return { value: found, entries: [{ action: 'person.reset-password', resource: username }] };
  });
  parts.sockets.closeOf(person.id);
  return { password };
}

/** Ends a person's sessions and takes their password away; what they did stays in the audit log. */
export async function disablePerson(parts: ConsoleParts, actor: Actor, username: string): Promise<void> {
  const at = parts.now();
  const person = await recorded(parts.db, at, actor, async (tx) => {
    const found = await personOf(tx, username);
    await keepAnAdministrator(tx, username);
    await setPassword(tx, found.id, null, at);
    await endSessions(tx, found.id);
    return { value: found, entries: [{ action: 'person.disable', resource: username }] };
  });
  parts.sockets.closeOf(person.id);
}

/** Changes one's own password, by the current one; ends one's other sessions. */
export async function changePassword(
  parts: ConsoleParts,
  actor: Actor,
  person: SignedIn,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<void> {
  const at = parts.now();
  const limit = parts.passwordLimit;
  if (limit.waitFor(person.id, at) > 0) throw new AppError('TOO_MANY', 'Too many wrong passwords. Wait a minute.');
  const known = await passwordHashOf(parts.db, person.id);
  if (!known || !(await verifyPassword({ hash: known, password: current }))) {
    limit.failed(person.id, at);
    const entry = { action: 'person.change-password' as const, resource: person.username, outcome: 'denied' as const };
    await recorded(parts.db, at, actor, async () => ({ value: undefined, entries: [entry] }));
    throw invalid('password-wrong', ['current']);
  }
  const hash = await hashPassword(next);
  await recorded(parts.db, at, actor, async (tx) => {
    await setPassword(tx, person.id, hash, at);
    await endSessions(tx, person.id, person.sessionId);
    return { value: undefined, entries: [{ action: 'person.change-password', resource: person.username }] };
  });
  parts.sockets.closeOf(person.id, person.sessionId);
}

async function personOf(tx: Transaction, username: string) {
  const found = await findPerson(tx, username);
  if (!found) throw new AppError('NOT_FOUND', `There is no person ${username}.`);
  return found;
}

async function keepAnAdministrator(tx: Transaction, username: string): Promise<void> {
  if ((await countOtherAdministrators(tx, username)) === 0)
    throw new AppError('CONFLICT', 'Nobody else could administer the console then.');
}
