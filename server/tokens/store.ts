import { z } from 'zod';
import { tokenScopes } from '../../domain/access/api-token.ts';
import { type Role, roleSchema } from '../../domain/access/role.ts';
import type { Transaction } from '../db/database.ts';
import type { HeldToken } from '../session/signed-in.ts';

export interface NewTokenRow {
  readonly id: string;
  readonly name: string;
  readonly hash: string;
  readonly makerId: string;
  readonly role: Role;
  /** Ids of clusters. */
  readonly clusters: readonly string[] | null;
  readonly scopes: HeldToken['scopes'];
  readonly at: number;
  readonly expiresAt: number;
}

export async function addToken(tx: Transaction, token: NewTokenRow): Promise<void> {
  const { clusters, scopes, at, expiresAt, ...rest } = token;
  await tx.apiToken.create({
    data: {
      ...rest,
      clusters: clusters && JSON.stringify(clusters),
      scopes: scopes && JSON.stringify(scopes),
      createdAt: new Date(at),
      expiresAt: new Date(expiresAt),
    },
  });
}

const maker = { select: { id: true, username: true, role: true, disabledAt: true } } as const;

/** A token with whoever made it, as they are now. */
export const findToken = async (db: Transaction, id: string) => {
  const row = await db.apiToken.findUnique({ where: { id }, include: { maker } });
  return row && asToken(row);
};

/** Whether a token of that name could be used now, if whoever made it may still sign in. */
export const hasLiveToken = async (db: Transaction, name: string, at: number): Promise<boolean> =>
  (await db.apiToken.count({ where: { name, revokedAt: null, expiresAt: { gt: new Date(at) } } })) > 0;

/** The newest tokens first: everybody's, or one person's. */
export const findTokens = async (db: Transaction, makerId: string | null) => {
  const where = makerId === null ? {} : { makerId };
  const rows = await db.apiToken.findMany({ where, include: { maker }, orderBy: { createdAt: 'desc' }, take: 1000 });
  return rows.map(asToken);
};

export async function revokeTokenRow(tx: Transaction, id: string, at: number): Promise<void> {
  await tx.apiToken.update({ where: { id }, data: { revokedAt: new Date(at) } });
}

/** Writes when and from where a token was used last. */
export async function putTokenUse(db: Transaction, id: string, at: number, source: string): Promise<void> {
  await db.apiToken.update({ where: { id }, data: { lastUsedAt: new Date(at), lastUsedFrom: source } });
}

/** The cluster of a release, whether it goes on or ended; null when there is none. */
export const clusterIdOfRelease = async (db: Transaction, id: string): Promise<string | null> =>
  (await db.release.findUnique({ where: { id }, select: { clusterId: true } }))?.clusterId ?? null;

const idsSchema = z.array(z.string());
const scopesSchema = z.array(z.enum(tokenScopes));

function asToken<Row extends { clusters: string | null; scopes: string | null; role: string; maker: { role: string } }>(
  row: Row,
) {
  return {
    ...row,
    role: roleSchema.parse(row.role),
    makerRole: roleSchema.parse(row.maker.role),
    clusters: row.clusters === null ? null : idsSchema.parse(JSON.parse(row.clusters)),
    scopes: row.scopes === null ? null : scopesSchema.parse(JSON.parse(row.scopes)),
  };
}
