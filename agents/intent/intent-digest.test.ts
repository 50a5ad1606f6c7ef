import { expect, test } from 'vitest';
import { intentSchema } from '../../domain/wire/intent.ts';
import { intentDigest, wantedDigest } from './intent-digest.ts';

const payload = (more: object) => JSON.stringify({ generation: 4, issuedAt: 1_700_000_000_000, ...more });

test('the time of sending makes no other intent, and anything else does', () => {
  const digest = intentDigest(payload({ name: 'web' }));
  expect(intentDigest(payload({ name: 'web', issuedAt: 1_700_000_009_999 }))).toBe(digest);
  expect(intentDigest(payload({ name: 'mail' }))).not.toBe(digest);
  expect(intentDigest(payload({ name: 'web', generation: 5 }))).not.toBe(digest);
});

test('the time’s own words inside a reason stay part of the intent', () => {
  const drained = (reason: string) => JSON.stringify({ reason, issuedAt: 1 });
  expect(intentDigest(drained('"issuedAt":1'))).not.toBe(intentDigest(drained('"issuedAt":2')));
});

test('what is wanted of the whole is the same, whatever an intent is confined to', () => {
  const intent = intentSchema.parse({
    ...{ version: 1, director: 'd', cluster: 'web', generation: 1, revision: 1, overlays: [], takeOver: [] },
    ...{ definition: {}, removesAll: true, issuedAt: 0 },
  });
  expect(wantedDigest({ ...intent, generation: 2, only: ['timeouts'] })).toBe(wantedDigest(intent));
  const settings = { ...intent.definition.settings, drift: 'repair' as const };
  expect(wantedDigest({ ...intent, definition: { ...intent.definition, settings } })).not.toBe(wantedDigest(intent));
});
