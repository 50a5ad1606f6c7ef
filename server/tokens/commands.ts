import type { ApiToken, NewApiTokenInput } from '../../domain/access/api-token.ts';
import { includesRole } from '../../domain/access/role.ts';
import type { Actor } from '../audit/actor.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { hashOf, newToken } from '../directors/token-text.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { AppError, invalid } from '../trpc/app-error.ts';
import { addToken, findToken, findTokens, hasLiveToken, revokeTokenRow } from './store.ts';
import { apiTokenText } from './token-text.ts';

const day = 86_400_000;

/** A token that is told once and kept only as a hash. */
export interface NewApiToken {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  readonly expiresAt: number;
}

/** Makes a token that may do less than its maker, or as much. */
export async function createApiToken(
  parts: ConsoleParts,
  actor: Actor,
  person: SignedIn,
  { name: ownName, role, clusters: names, scopes, days }: NewApiTokenInput,
): Promise<NewApiToken> {
  if (!includesRole(person.role, role)) throw invalid('token-role-above', ['role']);
  const clusters = names === null ? null : names.map((name, index) => clusterId(parts, name, index));
  const name = `${person.username}/${ownName}`;
  const { id, secret } = newToken(parts.randomBytes);
  const at = parts.now();
  const expiresAt = at + days * day;
  await recorded(parts.db, at, actor, async (tx) => {
    if (await hasLiveToken(tx, name, at)) throw invalid('token-name-taken', ['name']);
    const limits = { role, clusters, scopes };
    await addToken(tx, { id, name, hash: hashOf(secret), makerId: person.id, ...limits, at, expiresAt });
    const after = { id, role, clusters: names, scopes, expiresAt };
    return { value: undefined, entries: [{ action: 'token.create', resource: name, after }] };
  });
  return { id, name, token: apiTokenText({ id, secret }), expiresAt };
}

function clusterId({ fleet }: ConsoleParts, name: string, index: number): string {
  const cluster = fleet.find(name);
  if (!cluster) throw invalid('cluster-unknown', ['clusters', index]);
  return cluster.id;
}

/** One's own tokens, an administrator sees everybody's; without their secrets. */
export async function listApiTokens(parts: ConsoleParts, person: SignedIn): Promise<readonly ApiToken[]> {
  const rows = await findTokens(parts.db, person.role === 'administrator' ? null : person.id);
  const now = parts.now();
  const nameOf = new Map(parts.fleet.clusters.map(({ id, name }) => [id, name]));
  return rows.map(({ id, name, maker, role, clusters, scopes, ...row }) => ({
    ...{ id, name, role, scopes },
    maker: maker.username ?? '',
    clusters: clusters === null ? null : clusters.flatMap((cluster) => nameOf.get(cluster) ?? []),
    createdAt: row.createdAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
    lastUsedAt: row.lastUsedAt?.getTime() ?? null,
    lastUsedFrom: row.lastUsedFrom,
    state: row.revokedAt
      ? 'revoked'
      : row.expiresAt.getTime() <= now
        ? 'expired'
        : maker.disabledAt
          ? 'maker-disabled'
          : 'active',
  }));
}

/** Ends a token at once; one's own, or anybody's for an administrator. */
export async function revokeApiToken(parts: ConsoleParts, actor: Actor, person: SignedIn, id: string): Promise<void> {
  const at = parts.now();
  await recorded(parts.db, at, actor, async (tx) => {
    const token = await findToken(tx, id);
    const isTheirs = token?.makerId === person.id || person.role === 'administrator';
    if (!token || !isTheirs) throw new AppError('NOT_FOUND', 'There is no such token.');
    if (token.revokedAt) throw new AppError('CONFLICT', 'The token was revoked already.');
    await revokeTokenRow(tx, id, at);
    return { value: undefined, entries: [{ action: 'token.revoke', resource: token.name, before: { id } }] };
  });
}
