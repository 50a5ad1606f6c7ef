import { describe, expect, it } from 'vitest';
import type { RealServer } from '../../../domain/definition/definition.ts';
import { fieldOfRealServerPath, namedSchema, typedRealServers, valuesOfRealServers } from './real-servers-values.ts';

const servers = [
  { name: 'rs1', addresses: ['10.0.0.21', 'fd00::21'], labels: ['half=1', 'canary'] },
] as unknown as RealServer[];

describe('names of real servers', () => {
  it('come back as they were, and leave addresses without a name alone', () => {
    const values = valuesOfRealServers(servers, ['10.0.0.22']);
    expect(values.servers).toHaveLength(2);
    expect(namedSchema.parse(typedRealServers(values))).toEqual(servers);
  });

  it('refuse a name and an address that stand twice, at their own lines', () => {
    const values = {
      servers: [
        { name: 'rs1', addresses: '10.0.0.21', labels: '' },
        { name: '', addresses: '10.0.0.30', labels: '' },
        { name: 'rs1', addresses: '10.0.0.22', labels: '' },
        { name: 'rs3', addresses: '10.0.0.21', labels: '' },
      ],
    };
    const issues = namedSchema.safeParse(typedRealServers(values)).error?.issues ?? [];
    expect(issues.map(({ path, message }) => [fieldOfRealServerPath(path, values), message])).toEqual([
      ['servers.2.name', 'real-server-name-twice'],
      ['servers.3.addresses', 'real-server-address-twice'],
    ]);
  });

  it('need an address that is one', () => {
    const wrong = (addresses: string) =>
      namedSchema.safeParse(typedRealServers({ servers: [{ name: 'rs1', addresses, labels: '' }] })).error?.issues[0]
        ?.message;
    expect(wrong('')).toBe('required');
    expect(wrong('10.1')).toBe('address-invalid');
  });
});
