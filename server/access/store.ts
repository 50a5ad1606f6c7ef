import type { Role } from '../../domain/access/role.ts';
import type { Transaction } from '../db/database.ts';

export interface NewPerson {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string;
}

/** Adds a person who may sign in. better-auth wants an e-mail address of everybody; nothing is ever sent there. */
export async function addPerson(tx: Transaction, person: NewPerson, at: number): Promise<void> {
  const { id, username, name, role, passwordHash } = person;
  const stamps = { createdAt: new Date(at), updatedAt: new Date(at) };
  const email = `${username}@shoal.invalid`;
  await tx.user.create({ data: { id, username, displayUsername: username, name, role, email, ...stamps } });
  const account = { userId: id, accountId: id, providerId: 'credential', password: passwordHash };
  await tx.account.create({ data: { id: `${id}-password`, ...account, ...stamps } });
}

export const countPeople = (db: Transaction): Promise<number> => db.user.count();

export const findPeople = (db: Transaction) =>
  db.user.findMany({
    orderBy: { username: 'asc' },
    include: { sessions: { orderBy: { createdAt: 'desc' }, take: 1 } },
  });

export const findPerson = (db: Transaction, username: string) => db.user.findUnique({ where: { username } });

/** Administrators that may sign in, other than this one. */
export const countOtherAdministrators = (db: Transaction, username: string): Promise<number> =>
  db.user.count({ where: { role: 'administrator', disabledAt: null, NOT: { username } } });

export async function setPersonRole(tx: Transaction, id: string, role: Role, at: number): Promise<void> {
  await tx.user.update({ where: { id }, data: { role, updatedAt: new Date(at) } });
}

export async function passwordHashOf(db: Transaction, userId: string): Promise<string | null> {
  const account = await db.account.findFirst({ where: { userId, providerId: 'credential' } });
  return account?.password ?? null;
}

/** Sets a person's password and lets them sign in again; null takes it away, so that they can't. */
export async function setPassword(tx: Transaction, userId: string, hash: string | null, at: number): Promise<void> {
  const updatedAt = new Date(at);
  await tx.account.updateMany({ where: { userId, providerId: 'credential' }, data: { password: hash, updatedAt } });
  await tx.user.update({ where: { id: userId }, data: { disabledAt: hash === null ? updatedAt : null, updatedAt } });
}

/** Ends a person's sessions, all but one. */
export async function endSessions(tx: Transaction, userId: string, butSession: string | null = null): Promise<void> {
  await tx.session.deleteMany({ where: { userId, ...(butSession === null ? {} : { NOT: { id: butSession } }) } });
}

/** Forgets sessions whose time is over. */
export async function forgetEndedSessions(db: Transaction, at: number): Promise<void> {
  await db.session.deleteMany({ where: { expiresAt: { lte: new Date(at) } } });
}

/** Ids of sessions that go on, of those asked. */
export async function liveSessions(db: Transaction, ids: readonly string[], at: number): Promise<Set<string>> {
  const rows = await db.session.findMany({
    where: { id: { in: [...ids] }, expiresAt: { gt: new Date(at) } },
    select: { id: true },
  });
  return new Set(rows.map((row) => row.id));
}
