import { expect, test } from 'vitest';
import { serviceDefinitionSchema } from '../../../domain/definition/service-definition.ts';
import type { DestinationKeyText } from '../../../domain/lvs/destination-key.ts';
import { alternativesOf } from './alternatives.ts';

const service = serviceDefinitionSchema.parse({
  name: 'web',
  key: { kind: 'address', protocol: 'TCP', address: '10.0.0.4', port: 80 },
  scheduler: 'wrr',
  persistence: { timeout: 300, netmask: 32 },
  destinations: [{ address: '10.0.0.21', port: 80, forwarding: 'direct-routing', weight: 1 }],
});
const names = (withPersistence: boolean) => alternativesOf(service, withPersistence, new Map()).map(({ name }) => name);

test('as it is comes first, once', () => {
  expect(names(true)[0]).toBe('wrr persistent 300');
  expect(names(true).filter((name) => name === 'wrr persistent 300')).toHaveLength(1);
  expect(names(true)).toContain('sh persistent 300 (sh-port)');
});

test('without persistence, as it is stays to compare with', () => {
  expect(names(false)[0]).toBe('wrr persistent 300');
  expect(names(false)).toContain('wrr');
  expect(
    names(false)
      .slice(1)
      .some((name) => name.includes('persistent')),
  ).toBe(false);
});

test('a persistence engine goes with persistence, so that each alternative is a service that can be', () => {
  const sip = serviceDefinitionSchema.parse({
    ...service,
    key: { kind: 'address', protocol: 'UDP', address: '10.0.0.4', port: 5060 },
    persistenceEngine: 'sip',
    destinations: [],
  });
  expect(
    alternativesOf(sip, false, new Map())
      .slice(1)
      .every((one) => one.service.persistenceEngine === null),
  ).toBe(true);
});

test('with other weights, the scheduler of today is one of them', () => {
  const key = '10.0.0.21:80' as DestinationKeyText;
  const alternatives = alternativesOf(service, true, new Map([[key, 5]]));
  expect(alternatives[0]?.service.destinations[0]?.weight).toBe(1);
  const same = alternatives.slice(1).find(({ name }) => name === 'wrr persistent 300');
  expect(same?.service.destinations[0]?.weight).toBe(5);
});
