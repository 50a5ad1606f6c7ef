import { expect, test } from 'vitest';
import { maximumIntentBytes } from '../../domain/wire/intent.ts';
import { webDefinition } from '../console.example.ts';
import { fitsIntent } from './fits-intent.ts';

test('a definition that no agent would take is told from one that all take', () => {
  expect(fitsIntent(webDefinition)).toBe(true);
  const name = 'x'.repeat(maximumIntentBytes / 2);
  expect(fitsIntent({ ...webDefinition, realServers: [{ name, addresses: [], labels: [] }] })).toBe(false);
});
