import { expect, it } from 'vitest';
import { ipv4PrefixOf } from './netmask.ts';

it.each([
  ['255.255.255.255', 32],
  ['255.255.255.0', 24],
  ['255.254.0.0', 15],
  ['128.0.0.0', 1],
  ['0.0.0.0', 0],
  ['255.0.255.0', undefined],
  ['0.0.0.24', undefined],
  ['24', undefined],
  ['ffff::', undefined],
  ['', undefined],
])('%s is a prefix of %s', (mask, prefix) => {
  expect(ipv4PrefixOf(mask)).toBe(prefix);
});
