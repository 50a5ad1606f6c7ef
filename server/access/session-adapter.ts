import { createHash } from 'node:crypto';
import type { BetterAuthOptions } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import type { Role } from '../../domain/access/role.ts';
import type { AuditAction } from '../../domain/audit/audit-row.ts';
import { personActor } from '../audit/actor.ts';
import { addEntry } from '../audit/store.ts';
import type { Database, Transaction } from '../db/database.ts';

type Make = ReturnType<typeof prismaAdapter>;
type Adapter = ReturnType<Make>;
type Where = NonNullable<Parameters<Adapter['findMany']>[0]['where']>;

const adapterOf = (db: Database | Transaction, options: BetterAuthOptions): Adapter =>
  prismaAdapter(db, { provider: 'sqlite' })(options);

/**
 * better-auth's tables, with two things that it leaves open.
 *
 * It would keep the tokens of sessions as browsers have them, so that whoever reads the database is everybody: here
 * only their hashes are kept. And a sign-in or sign-out has its audit entry in its own transaction.
 */
export function sessionAdapter(db: Database, now: () => number): Make {
  return (options) => {
    const plain = adapterOf(db, options);
    const endSession = async <T>(where: Where, end: (adapter: Adapter) => Promise<T>): Promise<T> =>
      db.$transaction(async (tx) => {
        const ending = await tx.session.findMany({
          where: { token: { in: tokensIn(where) } },
          include: { user: true },
        });
        for (const { user, expiresAt, ipAddress } of ending)
          if (expiresAt.getTime() > now()) await keep(tx, now(), 'sign-out', user, ipAddress);
        return end(adapterOf(tx, options));
      });
    return {
      ...plain,
      create: (async (asked: Parameters<Adapter['create']>[0]) => {
        if (asked.model !== 'session') return plain.create(asked);
        const { token, userId, ipAddress } = asked.data as { token: string; userId: string; ipAddress: string };
        return db.$transaction(async (tx) => {
          const data = { ...asked.data, token: hashed(token) };
          const session = await adapterOf(tx, options).create({ ...asked, data });
          const user = await tx.user.findUniqueOrThrow({ where: { id: userId } });
          await keep(tx, now(), 'sign-in', user, ipAddress);
          return { ...session, token };
        });
      }) as Adapter['create'],
      findOne: (async (asked: Parameters<Adapter['findOne']>[0]) => {
        const found = await plain.findOne<Record<string, unknown>>({
          ...asked,
          where: hashedIn(asked.model, asked.where),
        });
        const [token] = asked.model === 'session' ? tokensAsked(asked.where) : [];
        return found && token !== undefined ? { ...found, token } : found;
      }) as Adapter['findOne'],
      findMany: (asked) => plain.findMany({ ...asked, where: hashedIn(asked.model, asked.where ?? []) }),
      count: (asked) => plain.count({ ...asked, where: hashedIn(asked.model, asked.where ?? []) }),
      update: (asked) => plain.update({ ...asked, where: hashedIn(asked.model, asked.where) }),
      updateMany: (asked) => plain.updateMany({ ...asked, where: hashedIn(asked.model, asked.where) }),
      delete: (asked) => {
        const where = hashedIn(asked.model, asked.where);
        return asked.model === 'session'
          ? endSession(where, (adapter) => adapter.delete({ ...asked, where }))
          : plain.delete(asked);
      },
      deleteMany: (asked) => {
        const where = hashedIn(asked.model, asked.where);
        return asked.model === 'session'
          ? endSession(where, (adapter) => adapter.deleteMany({ ...asked, where }))
          : plain.deleteMany(asked);
      },
    };
  };
}

const hashed = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** The same conditions on sessions, by the hashes of their tokens. */
function hashedIn(model: string, where: Where): Where {
  if (model !== 'session') return where;
  return where.map((condition) => {
    if (condition.field !== 'token') return condition;
    const { value } = condition;
    return {
      ...condition,
      value: Array.isArray(value) ? value.map((one) => hashed(String(one))) : hashed(String(value)),
    };
  });
}

const tokensAsked = (where: Where): string[] =>
  where.filter(({ field, value }) => field === 'token' && typeof value === 'string').map(({ value }) => String(value));

const tokensIn = (where: Where): string[] =>
  where
    .filter(({ field }) => field === 'token')
    .flatMap(({ value }) => (Array.isArray(value) ? value : [value]).map(String));

const keep = (
  tx: Transaction,
  at: number,
  action: AuditAction,
  user: { readonly username: string | null; readonly role: string },
  source: string | null,
): Promise<void> => {
  const username = user.username ?? '';
  return addEntry(tx, at, personActor({ username, role: user.role as Role }, source ?? ''), {
    action,
    resource: username,
  });
};
