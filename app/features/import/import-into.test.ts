import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crowdedDefinition } from '../../../domain/definition/crowded-definition.arbitrary.ts';
import { definitionSchema } from '../../../domain/definition/definition.ts';
import { serviceKeyText } from '../../../domain/lvs/service-key.ts';
import { importInto } from './import-into.ts';

const service = (name: string, port: number, scheduler = 'wrr') => ({
  name,
  key: { kind: 'address', protocol: 'TCP', address: '10.0.0.4', port },
  scheduler,
});
const defined = (services: unknown[], more: object = {}) => definitionSchema.parse({ services, ...more });

describe('importInto', () => {
  it('replaces services of the same key, leaves the others, and gives each its own name', () => {
    const current = defined([service('web', 80), service('mail', 25)], { settings: { timeouts: { tcp: 900 } } });
    const read = defined([service('www', 80, 'rr'), service('mail', 443)], { settings: { timeouts: { udp: 60 } } });
    const { definition, replaced, renamed, settings } = importInto(current, read, true);
    expect(definition.services.map(({ name, key, scheduler }) => [name, serviceKeyText(key), scheduler])).toEqual([
      ['www', 'TCP 10.0.0.4:80', 'rr'],
      ['mail', 'TCP 10.0.0.4:25', 'wrr'],
      ['mail-2', 'TCP 10.0.0.4:443', 'wrr'],
    ]);
    expect(replaced).toEqual(['TCP 10.0.0.4:80']);
    expect(renamed).toEqual(['TCP 10.0.0.4:443']);
    expect(settings).toEqual(['udp']);
    expect(definition.settings.timeouts).toEqual({ tcp: 900, tcpfin: null, udp: 60 });
  });

  it('leaves the names that people gave where the source has none', () => {
    const current = defined([service('web', 80)]);
    expect(importInto(current, defined([service('tcp-10.0.0.4-80', 80)]), false).definition.services[0]?.name).toBe(
      'web',
    );
  });

  it('names new addresses of real servers and leaves known ones alone', () => {
    const current = defined([], { realServers: [{ name: 'rs1', addresses: ['10.0.0.21'], labels: ['half=1'] }] });
    const read = defined([], {
      realServers: [
        { name: 'a', addresses: ['10.0.0.21'] },
        { name: 'rs1', addresses: ['10.0.0.22'] },
        { name: 'rs3', addresses: ['10.0.0.23'], labels: ['canary'] },
      ],
    });
    expect(importInto(current, read, true).definition.realServers).toEqual([
      { name: 'rs1', addresses: ['10.0.0.21', '10.0.0.22'], labels: ['half=1'] },
      { name: 'rs3', addresses: ['10.0.0.23'], labels: ['canary'] },
    ]);
  });

  it('makes a valid definition that has every service of both, of any two', () => {
    fc.assert(
      fc.property(crowdedDefinition, crowdedDefinition, fc.boolean(), (current, read, hasNames) => {
        const { definition } = importInto(current, read, hasNames);
        expect(definitionSchema.safeParse(definition).error?.issues ?? []).toEqual([]);
        const keys = new Set(definition.services.map(({ key }) => serviceKeyText(key)));
        for (const { key } of [...current.services, ...read.services]) expect(keys.has(serviceKeyText(key))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
