import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { consoleKeyOf, newConsoleKey } from './console-key.ts';
import { openKeys } from './key-files.ts';
import { isPublicKey, isSignedBy } from './verify.ts';

test('keys are made once, for their owner alone, and are the same afterwards', () => {
  const directory = path.join(mkdtempSync(path.join(tmpdir(), 'shoal-keys-')), 'data');
  const first = openKeys(directory);
  const second = openKeys(directory);
  expect(second.authSecret).toBe(first.authSecret);
  expect(second.console.publicKey).toBe(first.console.publicKey);
  for (const name of ['console-key.pem', 'auth-secret'])
    expect(statSync(path.join(directory, name)).mode & 0o777).toBe(0o600);
  expect(statSync(directory).mode & 0o777).toBe(0o700);
  rmSync(path.dirname(directory), { recursive: true });
});

test('a signature holds for its text and its key alone', () => {
  const key = consoleKeyOf(newConsoleKey());
  const signature = key.sign('ein Ünïcode-Text');
  expect(isSignedBy(key.publicKey, 'ein Ünïcode-Text', signature)).toBe(true);
  expect(isSignedBy(key.publicKey, 'ein Unicode-Text', signature)).toBe(false);
  expect(isSignedBy(consoleKeyOf(newConsoleKey()).publicKey, 'ein Ünïcode-Text', signature)).toBe(false);
  expect(key.fingerprint).toMatch(/^[\w-]{22}$/);
});

test('malformed keys and signatures are a no, never an exception', () => {
  const key = consoleKeyOf(newConsoleKey());
  expect(isPublicKey('')).toBe(false);
  expect(isPublicKey('AAAA')).toBe(false);
  expect(isSignedBy('AAAA', 'x', key.sign('x'))).toBe(false);
  expect(isSignedBy(key.publicKey, 'x', '')).toBe(false);
  expect(isSignedBy(key.publicKey, 'x', 'AAAA')).toBe(false);
});

test('another kind of key is refused', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'pem', type: 'pkcs8' });
  expect(() => consoleKeyOf(rsa.toString())).toThrow(/Ed25519/);
});
