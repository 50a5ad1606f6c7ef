import { expect, test } from 'vitest';
import { maximumIntentBytes } from '../../domain/wire/intent.ts';
import { acceptIntent } from './accept-intent.ts';
import { fingerprintOf, isSignedBy, newKeyPair, signText } from './ed25519.ts';

const keys = newKeyPair();
const expected = { consoleKey: keys.publicKey, director: 'lb1', generation: 5 };
const service = { name: 'web', key: { kind: 'fwmark', fwmark: 1, family: 'ipv4' }, scheduler: 'rr' };
const intent = {
  ...{ version: 1, director: 'lb1', cluster: 'web', generation: 5, revision: 2 },
  ...{
    definition: { realServers: [], services: [service] },
    overlays: [],
    takeOver: [],
    removesAll: false,
    issuedAt: 0,
  },
};
const take = (value: unknown, by = keys) => {
  const payload = typeof value === 'string' ? value : JSON.stringify(value);
  return acceptIntent({ payload, signature: signText(payload, by) }, expected);
};

test('the console’s intent is taken, the same generation once more too', () => {
  expect(take(intent)).toMatchObject({ ok: true, intent: { generation: 5 } });
  expect(take({ ...intent, generation: 6 })).toMatchObject({ ok: true });
});

test.each([
  ['older', { ...intent, generation: 4 }, 'generation 4 is older than 5'],
  ['other-director', { ...intent, director: 'lb2' }, 'for director lb2'],
  ['empty', { ...intent, definition: { services: [] } }, 'no services'],
  ['malformed', '{"version":', 'not JSON'],
  ['malformed', { ...intent, generation: 'six' }, 'generation:'],
  ['malformed', { ...intent, surprise: true }, 'surprise'],
  ['too-large', 'x'.repeat(maximumIntentBytes + 1), 'more than'],
] as const)('refused as %s', (code, value, detail) => {
  const refused = take(value);
  expect(refused).toMatchObject({ ok: false, code });
  expect(JSON.stringify(refused)).toContain(detail);
});

test('an empty intent that says so is taken', () => {
  expect(take({ ...intent, definition: { services: [] }, removesAll: true })).toMatchObject({ ok: true });
});

test('another key, a changed text and a broken signature are one thing', () => {
  const payload = JSON.stringify(intent);
  const signature = signText(payload, keys);
  const wrong = { ok: false, code: 'wrong-signature' };
  expect(take(intent, newKeyPair())).toMatchObject(wrong);
  expect(acceptIntent({ payload: `${payload} `, signature }, expected)).toMatchObject(wrong);
  expect(acceptIntent({ payload, signature: 'AA==' }, expected)).toMatchObject(wrong);
  expect(acceptIntent({ payload, signature }, { ...expected, consoleKey: 'AA==' })).toMatchObject(wrong);
});

test('keys are raw, 32 bytes each, and signatures those of RFC 8032', () => {
  const seed = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex');
  const point = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex');
  const pair = { privateKey: seed.toString('base64'), publicKey: point.toString('base64') };
  const signature = Buffer.from(signText('', pair), 'base64').toString('hex');
  expect(signature).toMatch(/^e5564300c360ac729086e2cc806e828a84877f1eb8e5d974/);
  expect(isSignedBy(pair.publicKey, '', signText('', pair))).toBe(true);
  expect(fingerprintOf(pair.publicKey)).toMatch(/^[A-Za-z0-9_-]{22}$/);
});

test('overlays that keep a service below its guard are refused, unless an administrator let them', () => {
  const destination = (last: number) => ({
    address: `10.0.0.${last}`,
    port: 0,
    forwarding: 'direct-routing',
    weight: 1,
  });
  const definition = {
    services: [{ ...service, destinations: [destination(1), destination(2)] }],
    settings: { guard: { leastServing: 1 } },
  };
  const drain = (last: number, more: object = {}) => ({
    ...{ id: `d${last}`, kind: 'drain', target: { kind: 'real-server', name: `10.0.0.${last}` } },
    ...{ reason: 'disk', by: 'ada', since: 0, ...more },
  });
  expect(take({ ...intent, definition, overlays: [drain(1)] })).toMatchObject({ ok: true });
  expect(take({ ...intent, definition, overlays: [drain(1), drain(2)] })).toEqual({
    ...{ ok: false, code: 'below-guard', generation: 5 },
    detail: 'web (FWM 1): 0 serving with 0 % of the weight, the guard asks for 1 and 0 %',
  });
  expect(take({ ...intent, definition, overlays: [drain(1), drain(2, { overGuard: true })] })).toMatchObject({
    ok: true,
  });
});
