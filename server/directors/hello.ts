import { type AgentMessage, helloText } from '../../domain/wire/messages.ts';
import { agentActor } from '../audit/actor.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { isSignedBy } from '../keys/verify.ts';
import type { Place } from '../live/fleet.ts';
import { type rejected as Rejected, rejected } from './enrol.ts';
import { updateDirector } from './store.ts';

type Hello = Extract<AgentMessage, { type: 'hello' }>;
export type Greeting =
  | { readonly ok: true; readonly place: Place }
  | { readonly ok: false; readonly why: ReturnType<typeof Rejected> };

/** The director that proves itself by its key, or why it isn't one. Nothing is written. */
export function recognise(parts: ConsoleParts, message: Hello, nonce: string): Greeting {
  const place = parts.fleet.directorById(message.director);
  if (!place)
    return { ok: false, why: rejected('director-unknown', 'The console doesn’t know this director. Enrol it again.') };
  const text = helloText(nonce, parts.key.publicKey, message.director);
  if (!isSignedBy(place.director.publicKey, text, message.signature))
    return { ok: false, why: rejected('wrong-signature', 'The signature is not by this director’s key.') };
  return { ok: true, place };
}

/** Takes what a director says of itself when it connects, and keeps it. */
export async function recordConnection(
  parts: ConsoleParts,
  { cluster, director }: Place,
  message: Hello,
  source: string,
): Promise<void> {
  const at = parts.now();
  const { agentVersion, simulated, generation: held } = message;
  Object.assign(director, { agentVersion, simulated, held, connected: true, lastSeen: at });
  await recorded(parts.db, at, agentActor(director.name, source), async (tx) => {
    await updateDirector(tx, director.id, { lastSeenAt: new Date(at), agentVersion, simulated, held });
    const { name } = director;
    const entry = { action: 'director.connected' as const, cluster: cluster.name, director: name, resource: name };
    return { value: undefined, entries: [{ ...entry, after: { agentVersion, simulated, held } }] };
  });
  parts.hub.touch();
}

/** Keeps that a director's link ended, and why. */
export async function recordDisconnection(
  parts: ConsoleParts,
  { cluster, director }: Place,
  why: string,
  source: string,
): Promise<void> {
  director.connected = false;
  const { lastSeen, held, name } = director;
  await recorded(parts.db, parts.now(), agentActor(name, source), async (tx) => {
    await updateDirector(tx, director.id, { held, ...(lastSeen === null ? {} : { lastSeenAt: new Date(lastSeen) }) });
    const entry = { action: 'director.disconnected' as const, cluster: cluster.name, director: name, resource: name };
    return { value: undefined, entries: [{ ...entry, reason: why }] };
  });
  parts.hub.touch();
}
