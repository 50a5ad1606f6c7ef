import { type EnrolmentToken, enrolmentLine, tokenLifetime } from '../../domain/enrolment/enrolment-token.ts';
import type { Actor } from '../audit/actor.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { supersede } from '../intents/store.ts';
import { rolloutWithout } from '../rollout/rollout-without.ts';
import { putRollout } from '../rollout/store.ts';
import { AppError } from '../trpc/app-error.ts';
import { addToken, findToken, findTokens, retireDirector, revokeTokenRow } from './store.ts';
import { hashOf, newToken } from './token-text.ts';

/** A one-time token with the line to paste; it is told once and kept only as a hash. */
export interface NewToken {
  readonly token: string;
  readonly line: string;
  readonly expiresAt: number;
}

/** Makes a token that lets one machine become the cluster's director of that name, once and within the hour. */
export async function createToken(
  parts: ConsoleParts,
  actor: Actor,
  { cluster: clusterName, name, reason }: { readonly cluster: string; readonly name: string; readonly reason: string },
): Promise<NewToken> {
  const cluster = parts.fleet.cluster(clusterName);
  if (parts.fleet.findDirector(name)) throw new AppError('CONFLICT', `There is a director ${name} already.`);
  const { id, secret } = newToken(parts.randomBytes);
  const at = parts.now();
  const expiresAt = at + tokenLifetime;
  await recorded(parts.db, at, actor, async (tx) => {
    await addToken(tx, { id, clusterId: cluster.id, name, hash: hashOf(secret), by: actor.name, at, expiresAt });
    const entry = { action: 'director.token' as const, cluster: clusterName, director: name, resource: name, reason };
    return { value: undefined, entries: [{ ...entry, after: { id, expiresAt } }] };
  });
  const token = `${id}.${secret}.${parts.key.fingerprint}`;
  return { token, line: enrolmentLine(parts.publicUrl(), name, token), expiresAt };
}

/** The newest tokens of a cluster, without their secrets. */
export async function listTokens(parts: ConsoleParts, clusterName: string): Promise<readonly EnrolmentToken[]> {
  const rows = await findTokens(parts.db, parts.fleet.cluster(clusterName).id);
  const now = parts.now();
  return rows.map(({ id, name, by, expiresAt, usedAt, revokedAt }) => ({
    ...{ id, name, by },
    expiresAt: expiresAt.getTime(),
    state: usedAt ? 'used' : revokedAt ? 'revoked' : expiresAt.getTime() <= now ? 'expired' : 'open',
  }));
}

export async function revokeToken(parts: ConsoleParts, actor: Actor, id: string): Promise<void> {
  const at = parts.now();
  await recorded(parts.db, at, actor, async (tx) => {
    const token = await findToken(tx, id);
    if (!token) throw new AppError('NOT_FOUND', 'There is no such token.');
    if (token.usedAt || token.revokedAt) throw new AppError('CONFLICT', 'The token was used or revoked already.');
    await revokeTokenRow(tx, id, at);
    const { name: director, cluster } = token;
    const entry = { action: 'director.revoke-token' as const, cluster: cluster.name, director, resource: director };
    return { value: undefined, entries: [{ ...entry, before: { id } }] };
  });
}

/** Forgets a director: its key is good for nothing any more. Its kernel's table stays as it is. */
export async function removeDirector(
  parts: ConsoleParts,
  actor: Actor,
  asked: { readonly director: string; readonly reason: string; readonly confirm: string | null },
): Promise<void> {
  const { cluster, director } = parts.fleet.director(asked.director);
  const { name } = director;
  if (asked.confirm?.trim() !== name)
    throw new AppError('CONFIRM_REQUIRED', `Type ${name} to confirm.`, { confirm: name });
  await cluster.inTurn(async () => {
    const at = parts.now();
    const left = rolloutWithout(cluster, director);
    await recorded(parts.db, at, actor, async (tx) => {
      await retireDirector(tx, director.id);
      await supersede(tx, [director.id], Number.MAX_SAFE_INTEGER, ['requested', 'waiting'], at);
      await putRollout(tx, cluster.id, left.rollout);
      const entry = { action: 'director.remove' as const, cluster: cluster.name, director: name, resource: name };
      const removal = { ...entry, reason: asked.reason, before: { id: director.id } };
      return { value: undefined, entries: [removal, ...left.entries] };
    });
    cluster.directors.splice(cluster.directors.indexOf(director), 1);
    cluster.want(cluster.wanted, left.rollout);
  });
  parts.links.drop(director.id);
  parts.hub.touch();
}
