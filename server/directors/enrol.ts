import type { AgentMessage, ConsoleMessage } from '../../domain/wire/messages.ts';
import { agentActor } from '../audit/actor.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { isPublicKey } from '../keys/verify.ts';
import { LiveDirector } from '../live/live-director.ts';
import { addDirector, findToken, spendToken } from './store.ts';
import { isSecretOf, parseToken } from './token-text.ts';

type Enrol = Extract<AgentMessage, { type: 'enrol' }>;
type Rejection = Extract<ConsoleMessage, { type: 'rejected' }>;
export type Enrolment =
  | { readonly ok: true; readonly director: string }
  | { readonly ok: false; readonly why: Rejection };

/**
 * Makes the sender a director, or says why not; both are in the audit log.
 *
 * The same machine may ask again with the same token, in case it never got the answer.
 */
export async function enrol(parts: ConsoleParts, message: Enrol, source: string): Promise<Enrolment> {
  const parsed = parseToken(message.token);
  const token = parsed && (await findToken(parts.db, parsed.id));
  const cluster = token ? parts.fleet.find(token.cluster.name) : undefined;
  const work = () => enrolled(parts, message, source, cluster?.keptGeneration ?? null);
  // In the cluster's turn, so that no rollout begins in between and leaves it out.
  return cluster ? cluster.inTurn(work) : work();
}

async function enrolled(
  parts: ConsoleParts,
  message: Enrol,
  source: string,
  heldBackAt: number | null,
): Promise<Enrolment> {
  const at = parts.now();
  const actor = agentActor(message.name, source);
  const id = parts.randomBytes(12).toString('base64url');
  const enrolment = await recorded<Enrolment & { cluster?: string }>(parts.db, at, actor, async (tx) => {
    const parsed = parseToken(message.token);
    const token = parsed ? await findToken(tx, parsed.id) : null;
    const refusal = refusalOf(parts, message, token, parsed?.secret ?? '', at);
    const about = { cluster: token?.cluster.name ?? null, director: message.name, resource: message.name };
    if (refusal && 'director' in refusal) return { value: { ok: true, ...refusal }, wroteNothing: true };
    if (refusal || !token) {
      const why = refusal ?? rejected('token-unknown', 'The console doesn’t know this token.');
      const entry = {
        ...about,
        action: 'director.enrol-refused' as const,
        reason: why.detail,
        outcome: 'denied' as const,
      };
      return { value: { ok: false, why }, entries: [entry] };
    }
    await spendToken(tx, token.id, at);
    const { name, clusterId } = token;
    await addDirector(tx, { id, name, clusterId, publicKey: message.publicKey, heldBackAt }, at);
    const entry = { ...about, action: 'director.enrol' as const, after: { id, token: token.id } };
    return { value: { ok: true, director: id, cluster: token.cluster.name }, entries: [entry] };
  });
  if (enrolment.ok && enrolment.cluster !== undefined) {
    remember(parts, enrolment.cluster, newDirector(id, message, heldBackAt));
    parts.hub.touch();
  }
  return enrolment;
}

type Token = Awaited<ReturnType<typeof findToken>>;

/** Why not; or the director that this machine is already. Null when nothing is against it. */
function refusalOf(
  parts: ConsoleParts,
  message: Enrol,
  token: Token,
  secret: string,
  at: number,
): Rejection | { readonly director: string } | null {
  if (!token || token.revokedAt || !isSecretOf(token.hash, secret))
    return rejected('token-unknown', 'The console doesn’t know this token.');
  if (token.name !== message.name)
    return rejected('token-unknown', `This token is for a director named ${token.name}, not ${message.name}.`);
  if (token.expiresAt.getTime() <= at)
    return rejected('token-expired', 'This token has expired. Make a new one in the console.');
  const standing = parts.fleet.findDirector(token.name)?.director;
  if (token.usedAt && standing?.publicKey === message.publicKey) return { director: standing.id };
  if (token.usedAt) return rejected('token-used', 'This token was used already. Make a new one in the console.');
  if (standing) return rejected('name-taken', `There is a director ${token.name} already. Remove it first.`);
  if (token.cluster.retired !== '') return rejected('token-unknown', 'The cluster of this token was removed.');
  if (!isPublicKey(message.publicKey)) return rejected('malformed', 'publicKey is not a raw Ed25519 key in base64.');
  return null;
}

export const rejected = (code: Rejection['code'], detail: string): Rejection => ({ type: 'rejected', code, detail });

function remember(parts: ConsoleParts, cluster: string, director: LiveDirector): void {
  const { directors } = parts.fleet.cluster(cluster);
  directors.push(director);
  directors.sort((a, b) => a.name.localeCompare(b.name));
}

const newDirector = (id: string, { name, publicKey }: Enrol, heldBackAt: number | null): LiveDirector =>
  new LiveDirector({
    ...{ id, name, publicKey },
    simulated: false,
    agentVersion: null,
    lastSeen: null,
    held: 0,
    bootId: null,
    drifted: false,
    applied: 0,
    ...{ heldBackAt, confinedTo: null, accepted: [], left: null },
    applies: [],
  });
