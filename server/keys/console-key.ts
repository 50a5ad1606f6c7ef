import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** The key by which agents know this console. */
export interface ConsoleKey {
  /** Raw Ed25519 public key, base64. */
  readonly publicKey: string;
  /** First 22 characters of the public key's SHA-256 in base64url, as tokens carry it. */
  readonly fingerprint: string;
  /** The signature over a text's UTF-8 bytes, base64. */
  sign(text: string): string;
}

/** A new private key as PEM. */
export const newConsoleKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();

/** The console's key from its PEM. Throws when it isn't an Ed25519 key. */
export function consoleKeyOf(pem: string): ConsoleKey {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new TypeError('the console’s key is not an Ed25519 key');
  const publicKey = rawPublicKey(createPublicKey(privateKey));
  const fingerprint = createHash('sha256').update(publicKey).digest('base64url').slice(0, 22);
  return {
    publicKey: publicKey.toString('base64'),
    fingerprint,
    sign: (text) => sign(null, Buffer.from(text), privateKey).toString('base64'),
  };
}

/** The 32 bytes of an Ed25519 public key. */
export const rawPublicKey = (key: KeyObject): Buffer => Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
