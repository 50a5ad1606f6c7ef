import { createHash, timingSafeEqual } from 'node:crypto';
import { tokenPattern } from '../../domain/wire/messages.ts';

/** A token's parts: its id is no secret, its fingerprint tells the agent which console to trust. */
export interface TokenText {
  readonly id: string;
  readonly secret: string;
}

/** A new token with 256 bits of secret. It begins with a digit or a letter: a dash would be read as an option. */
export const newToken = (randomBytes: (count: number) => Buffer): TokenText => ({
  id: randomBytes(9).toString('hex'),
  secret: randomBytes(32).toString('base64url'),
});

/** The parts of a pasted token; null when it isn't one. */
export function parseToken(text: string): TokenText | null {
  const [, id, secret] = tokenPattern.exec(text) ?? [];
  return id !== undefined && secret !== undefined ? { id, secret } : null;
}

/** What is kept of a token's secret. It is random and long, so that a plain hash is enough. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64');

/** Whether a secret is the one that a hash was made of; takes as long either way. */
export const isSecretOf = (hash: string, secret: string): boolean =>
  timingSafeEqual(Buffer.from(hash, 'base64'), Buffer.from(hashOf(secret), 'base64'));
