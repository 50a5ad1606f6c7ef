import { includesRole } from '../../domain/access/role.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { isSecretOf } from '../directors/token-text.ts';
import type { SignedIn } from '../session/signed-in.ts';
import { findToken, putTokenUse } from './store.ts';
import { parseApiToken } from './token-text.ts';

/** A use is written once in this time, in milliseconds: not every request is a write. */
const useEvery = 60_000;

/** Whoever a token lets in, and as what; null when it lets in nobody (any more). */
export async function tokenHolder(
  { db, now, fleet }: Pick<ConsoleParts, 'db' | 'now' | 'fleet'>,
  text: string,
  source: string,
): Promise<SignedIn | null> {
  const given = parseApiToken(text);
  const token = given && (await findToken(db, given.id));
  if (!token || !isSecretOf(token.hash, given.secret)) return null;
  const at = now();
  if (token.revokedAt || token.expiresAt.getTime() <= at || token.maker.disabledAt) return null;
  const { id, name, role, makerRole, scopes, lastUsedAt, lastUsedFrom } = token;
  if (lastUsedFrom !== source || at - (lastUsedAt?.getTime() ?? 0) > useEvery) await putTokenUse(db, id, at, source);
  const known = new Set(fleet.clusters.map((cluster) => cluster.id));
  const clusters = token.clusters && new Set(token.clusters.filter((cluster) => known.has(cluster)));
  return {
    ...{ id, name, username: name, sessionId: id },
    role: includesRole(makerRole, role) ? role : makerRole,
    token: { clusters, scopes, expiresAt: token.expiresAt.getTime() },
  };
}
