import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crowdedDefinition } from '../definition/crowded-definition.arbitrary.ts';
import { type Definition, definitionSchema } from '../definition/definition.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import { plannedWaves } from './planned-waves.ts';
import { type ReleaseSettings, releaseSettingsSchema } from './release-settings.ts';

const at = (host: number, port = 80) => ({ address: `10.0.0.${host}`, port, forwarding: 'direct-routing', weight: 1 });
const service = (name: string, port: number, hosts: number[]) => ({
  ...{ name, key: { kind: 'address', protocol: 'TCP', address: '10.0.0.100', port }, scheduler: 'rr' },
  destinations: hosts.map((host) => at(host, port)),
});
const definition: Definition = definitionSchema.parse({
  realServers: [1, 2, 3, 4, 5].map((n) => ({
    ...{ name: `web${n}`, addresses: [`10.0.0.2${n}`], labels: [`rack=${n < 3 ? 10 : 9}`, 'canary'] },
  })),
  services: [service('web', 80, [21, 22, 23, 24, 25]), service('admin', 8443, [21, 22])],
});
const web = 'TCP 10.0.0.100:80' as ServiceKeyText;
const admin = 'TCP 10.0.0.100:8443' as ServiceKeyText;

const planned = (more: object) => plannedWaves(definition, releaseSettingsSchema.parse(more));
const names = (more: object) => {
  const result = planned(more);
  return result.ok ? result.waves.map(({ servers }) => servers.map(({ name }) => name.slice(3)).join('')) : result;
};

it('deals servers by half, count, percent, label and hand', () => {
  expect(names({})).toEqual(['123', '45']);
  expect(names({ waves: { by: 'count', count: 2 } })).toEqual(['12', '34', '5']);
  expect(names({ waves: { by: 'percent', percent: 40 } })).toEqual(['12', '34', '5']);
  expect(names({ waves: { by: 'percent', percent: 1 } })).toEqual(['1', '2', '3', '4', '5']);
  expect(names({ waves: { by: 'label', label: 'rack' } })).toEqual(['345', '12']);
  expect(names({ waves: { by: 'hand', waves: [['web5'], ['web1', 'web3']] } })).toEqual(['5', '13']);
});

it('drains a server as a whole, or its destinations in the chosen services', () => {
  expect(planned({ realServers: ['web1'] })).toMatchObject({
    waves: [{ servers: [{ targets: [{ kind: 'real-server', name: 'web1' }] }] }],
  });
  const chosen = planned({ services: [admin] });
  expect(names({ services: [admin] })).toEqual(['1', '2']);
  expect(chosen).toMatchObject({
    waves: [{ servers: [{ targets: [{ service: admin, destination: '10.0.0.21:8443' }] }] }, {}],
  });
});

it('says what is wrong with the settings', () => {
  const problems = (more: object) => {
    const result = planned(more);
    return result.ok ? [] : result.problems.map(({ path, message }) => `${path.join('.')} ${message}`);
  };
  expect(problems({ services: ['TCP 10.0.0.9:1'], realServers: ['web9'] })).toEqual([
    'services.0 service-unknown',
    'realServers.0 real-server-unknown',
  ]);
  expect(problems({ waves: { by: 'label', label: 'half' } })).toEqual(['waves.label label-nowhere']);
  expect(problems({ waves: { by: 'hand', waves: [['web1', 'web9'], ['web1']] } })).toEqual([
    'waves.waves.0.1 real-server-unknown',
    'waves.waves.1.0 server-twice',
  ]);
  const testService = { address: '10.0.0.100', port: 80, like: web };
  expect(problems({ testService })).toEqual(['testService.address test-service-defined']);
  expect(problems({ services: [admin], testService: { ...testService, port: 81 } })).toEqual([
    'testService.like test-service-like',
  ]);
  expect(problems({ testService: { ...testService, port: 81 } })).toEqual([]);
});

it('has every server in one wave, and none empty', () => {
  const waves = fc.oneof(
    fc.constant({ by: 'half' as const }),
    fc.record({ by: fc.constant('count' as const), count: fc.integer({ min: 1, max: 9 }) }),
    fc.record({ by: fc.constant('percent' as const), percent: fc.integer({ min: 1, max: 100 }) }),
  );
  fc.assert(
    fc.property(crowdedDefinition, waves, (some, by) => {
      const settings: ReleaseSettings = { ...releaseSettingsSchema.parse({}), waves: by };
      const result = plannedWaves(some, settings);
      const destinations = some.services.flatMap((one) => one.destinations);
      expect(result.ok).toBe(destinations.length > 0);
      const { waves: dealt } = result.ok ? result : { waves: [] };
      const all = dealt.flatMap(({ servers }) => servers.map(({ name }) => name));
      expect(new Set(all).size).toBe(all.length);
      expect(dealt.filter(({ servers }) => servers.length === 0)).toEqual([]);
      const addresses = new Set(destinations.map(({ address }) => address));
      const named = some.realServers.filter((server) => server.addresses.some((address) => addresses.has(address)));
      expect(named.filter(({ name }) => !all.includes(name))).toEqual([]);
    }),
  );
});
