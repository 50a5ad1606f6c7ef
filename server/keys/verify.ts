import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** Whether a text was signed by the owner of a raw Ed25519 public key. Key and signature are base64; a malformed one is a no. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = keyOf(publicKey);
  return key !== null && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
}

/** Whether this is the base64 of 32 bytes that can be an Ed25519 public key. */
export const isPublicKey = (publicKey: string): boolean => keyOf(publicKey) !== null;

function keyOf(publicKey: string): KeyObject | null {
  const raw = Buffer.from(publicKey, 'base64');
  if (raw.length !== 32) return null;
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' });
}
