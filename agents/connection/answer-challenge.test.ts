import { expect, test } from 'vitest';
import { helloText, wireVersion } from '../../domain/wire/messages.ts';
import { fingerprintOf, isSignedBy, newKeyPair } from '../intent/ed25519.ts';
import { answerChallenge, type Challenge, type Self } from './answer-challenge.ts';

const consoleKey = newKeyPair().publicKey;
const challenge: Challenge = { type: 'challenge', wireVersion, nonce: 'AAEC', consoleKey };
const token = `tokenid1.${'s'.repeat(43)}.${fingerprintOf(consoleKey)}`;
const keys = newKeyPair();
const self: Self = {
  identity: { version: 1, name: 'lb1', ...keys, enrolled: null },
  ...{ token, agentVersion: '1', capabilities: ['a'], simulated: false, generation: 3 },
};
const enrolled: Self = {
  ...self,
  identity: { ...self.identity, enrolled: { director: 'id-1', consoleKey } },
};

test('a new agent enrols with its key and token', () => {
  expect(answerChallenge(challenge, self)).toEqual({
    ok: true,
    message: { type: 'enrol', wireVersion, token, publicKey: keys.publicKey, name: 'lb1' },
  });
});

test('an enrolled one says hello, signed for this challenge and this console', () => {
  const answer = answerChallenge(challenge, enrolled);
  if (!answer.ok || answer.message.type !== 'hello') throw new Error('no hello');
  const { signature, ...hello } = answer.message;
  expect(hello).toMatchObject({ director: 'id-1', generation: 3, simulated: false });
  expect(isSignedBy(keys.publicKey, helloText('AAEC', consoleKey, 'id-1'), signature)).toBe(true);
});

test('a console that did not make the token gets nothing', () => {
  const other = { ...challenge, consoleKey: newKeyPair().publicKey };
  expect(answerChallenge(other, self)).toMatchObject({ ok: false, fatal: true });
  expect(answerChallenge(challenge, { ...self, token: 'no token' })).toMatchObject({ ok: false, fatal: true });
  expect(answerChallenge(challenge, { ...self, token: null })).toMatchObject({ ok: false, fatal: true });
});

test('another console than the one enrolled with is not told anything, and is tried again', () => {
  const other = { ...challenge, consoleKey: newKeyPair().publicKey };
  expect(answerChallenge(other, enrolled)).toMatchObject({ ok: false, fatal: false });
});

test('another version of the wire is said in words', () => {
  const answer = answerChallenge({ ...challenge, wireVersion: wireVersion + 1 }, enrolled);
  expect(answer).toMatchObject({ ok: false, fatal: false });
  expect(JSON.stringify(answer)).toContain(`version ${wireVersion + 1}`);
});
