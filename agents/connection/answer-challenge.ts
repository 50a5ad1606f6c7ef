import {
  type AgentMessage,
  type ConsoleMessage,
  helloText,
  tokenPattern,
  wireVersion,
} from '../../domain/wire/messages.ts';
import type { Identity } from '../intent/director-state.ts';
import { fingerprintOf, signText } from '../intent/ed25519.ts';

export type Challenge = Extract<ConsoleMessage, { type: 'challenge' }>;

export interface Self {
  readonly identity: Identity;
  readonly token: string | null;
  readonly agentVersion: string;
  readonly capabilities: readonly string[];
  readonly simulated: boolean;
  /** Of the intent that is held. */
  readonly generation: number;
}

export type Answer =
  | { readonly ok: true; readonly message: AgentMessage }
  /** `fatal` when trying again can't help. */
  | { readonly ok: false; readonly reason: string; readonly fatal: boolean };

/**
 * What to say to a challenge: enrol, or hello; or why not.
 *
 * The agent proves nothing to a console that it doesn't know: it knows the one that it enrolled with by its key, and
 * before that the one that made its token by the fingerprint in it.
 */
export function answerChallenge(challenge: Challenge, self: Self): Answer {
  const { identity } = self;
  if (challenge.wireVersion !== wireVersion) {
    const reason = `the console speaks version ${challenge.wireVersion}, this agent ${wireVersion}; update the older one`;
    return { ok: false, reason, fatal: false };
  }
  if (!identity.enrolled) return enrolment(challenge, self);
  if (challenge.consoleKey !== identity.enrolled.consoleKey)
    return {
      ok: false,
      reason: 'another console answers there than the one this director enrolled with',
      fatal: false,
    };
  return { ok: true, message: helloMessage(challenge, self, identity.enrolled.director) };
}

/** Proves by the agent's key who it is, for this challenge and this console alone. */
export function helloMessage(challenge: Challenge, self: Self, director: string): AgentMessage {
  const { identity, agentVersion, capabilities, generation, simulated } = self;
  const signature = signText(helloText(challenge.nonce, challenge.consoleKey, director), identity);
  return {
    type: 'hello',
    wireVersion,
    agentVersion,
    capabilities: [...capabilities],
    director,
    signature,
    generation,
    simulated,
  };
}

function enrolment(challenge: Challenge, { identity, token }: Self): Answer {
  if (token === null) return { ok: false, reason: 'this director is not enrolled; give a --token', fatal: true };
  const fingerprint = tokenPattern.exec(token)?.[3];
  if (fingerprint === undefined) return { ok: false, reason: 'the token is not one of a console', fatal: true };
  if (fingerprint !== fingerprintOf(challenge.consoleKey))
    return { ok: false, reason: 'another console answers there than the one that made the token', fatal: true };
  const { publicKey, name } = identity;
  return { ok: true, message: { type: 'enrol', wireVersion, token, publicKey, name } };
}
