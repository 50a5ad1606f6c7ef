import { z } from 'zod';
import { scopeOfAction } from '../../domain/access/api-token.ts';
import type { AuditAction } from '../../domain/audit/audit-row.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { HeldToken } from '../session/signed-in.ts';
import { clusterIdOfRelease } from './store.ts';

/** Routers that are for people alone: a token makes no tokens, and no people. */
const peopleAlone = ['access', 'tokens'];

/** Procedures that tell of no cluster. */
const ofNoCluster = new Set(['session.me']);

const about = z.object({
  cluster: z.string().optional().catch(undefined),
  director: z.string().optional().catch(undefined),
  /** Of a release. */
  id: z.string().optional().catch(undefined),
  filters: z
    .object({ cluster: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** What may not be done with a token, in a sentence; null when it may. */
export async function refusedToToken(
  token: HeldToken,
  asked: { readonly path: string; readonly action: AuditAction | null; readonly input: unknown },
  { fleet, db }: Pick<ConsoleParts, 'fleet' | 'db'>,
): Promise<string | null> {
  const [noun = ''] = asked.path.split('.');
  if (peopleAlone.includes(noun)) return 'This is for people, not for tokens.';
  const scope = scopeOfAction(asked.action);
  if (scope === null) return 'This is for people, not for tokens.';
  if (scope !== 'reading' && token.scopes && !token.scopes.includes(scope)) return `The token is not for ${scope}.`;
  if (!token.clusters || ofNoCluster.has(asked.path)) return null;
  const { cluster, director, filters, id: release } = about.catch({}).parse(asked.input);
  if (noun === 'releases' && release !== undefined) {
    const its = await clusterIdOfRelease(db, release);
    return its !== null && token.clusters.has(its) ? null : 'The token is not for the cluster of this release.';
  }
  const name = cluster ?? (director === undefined ? filters?.cluster : fleet.findDirector(director)?.cluster.name);
  const id = name === undefined ? undefined : fleet.find(name)?.id;
  if (id !== undefined && token.clusters.has(id)) return null;
  return name === undefined
    ? 'The token is for some clusters: name one of them.'
    : `The token is not for cluster ${name}.`;
}
