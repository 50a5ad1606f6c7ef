import { expect, it } from 'vitest';
import type { DestinationConfig, ServiceConfig } from '../lvs/table.ts';
import { destinationDifferences, serviceDifferences } from './differences.ts';

const sh: ServiceConfig = {
  ...{ scheduler: 'sh', schedulerFlags: ['fallback', 'port'], onePacket: false, persistence: null },
  persistenceEngine: null,
};
const tunneling: DestinationConfig = {
  ...{ forwarding: 'tunneling', weight: 1, upperThreshold: 0, lowerThreshold: 0, tunnel: null },
};

it('sees no difference in the order of flags', () => {
  expect(serviceDifferences(sh, { ...sh, schedulerFlags: ['port', 'fallback'] })).toEqual([]);
});

it('takes tunneling without a type for IPIP, as the kernel does', () => {
  expect(destinationDifferences(tunneling, { ...tunneling, tunnel: { type: 'ipip' } })).toEqual([]);
  expect(destinationDifferences(tunneling, { ...tunneling, tunnel: { type: 'gre', checksum: 'csum' } })).toEqual([
    { field: 'tunnel', kernel: 'ipip', desired: 'gre csum' },
  ]);
});

it('names every field of a service in ipvsadm’s words', () => {
  const other: ServiceConfig = {
    ...{ scheduler: 'mh', schedulerFlags: [], onePacket: true, persistence: { timeout: 300, netmask: 24 } },
    persistenceEngine: 'sip',
  };
  expect(serviceDifferences(sh, other)).toEqual([
    { field: 'scheduler', kernel: 'sh', desired: 'mh' },
    { field: 'flags', kernel: 'fallback,port', desired: 'none' },
    { field: 'one-packet', kernel: 'off', desired: 'on' },
    { field: 'persistence', kernel: 'none', desired: '300 s /24' },
    { field: 'persistence-engine', kernel: 'none', desired: 'sip' },
  ]);
});
