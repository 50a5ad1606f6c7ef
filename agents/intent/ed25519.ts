import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';

/** Raw Ed25519 keys in base64: 32 bytes each, the private one being the seed of RFC 8032. */
export interface KeyPair {
  readonly privateKey: string;
  readonly publicKey: string;
}

const base64Of = (base64url: string): string => Buffer.from(base64url, 'base64url').toString('base64');
const base64urlOf = (base64: string): string => Buffer.from(base64, 'base64').toString('base64url');

export function newKeyPair(): KeyPair {
  const { d = '', x = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return { privateKey: base64Of(d), publicKey: base64Of(x) };
}

/** The signature over a text's UTF-8, base64. */
export function signText(text: string, keys: KeyPair): string {
  const [d, x] = [base64urlOf(keys.privateKey), base64urlOf(keys.publicKey)];
  const key = createPrivateKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', d, x } });
  return sign(null, Buffer.from(text), key).toString('base64');
}

/** Whether a signature over a text's UTF-8 is by the private half of a key. False for anything malformed. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    const x = base64urlOf(publicKey);
    const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

/** The first 22 characters of a raw key's SHA-256 in base64url, as a token carries it. */
export const fingerprintOf = (publicKey: string): string =>
  createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('base64url').slice(0, 22);
