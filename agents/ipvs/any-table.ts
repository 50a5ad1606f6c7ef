import fc from 'fast-check';
import { type Address, type AddressFamily, addressFromBytes } from '../../domain/lvs/address.ts';
import { protocols } from '../../domain/lvs/protocol.ts';
import { schedulerFlags, schedulers } from '../../domain/lvs/scheduler.ts';
import type { ServiceKey } from '../../domain/lvs/service-key.ts';
import type { Destination, Persistence, ServiceConfig, Tunnel } from '../../domain/lvs/table.ts';
import type { SyncDaemonConfig } from './sync-daemon.ts';

/** Values for properties: all that the attributes can carry, more than a definition would take. */

const bytesOf = (length: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: length, maxLength: length });

const anyAddressOf = (family: AddressFamily): fc.Arbitrary<Address> =>
  bytesOf(family === 'ipv6' ? 16 : 4).map(addressFromBytes);

const anyPort = fc.nat(65_535);
const anyFamily = fc.constantFrom<AddressFamily>('ipv4', 'ipv6');
const anyU32 = fc.nat(0xffffffff);

export const anyServiceKey: fc.Arbitrary<ServiceKey> = fc.oneof(
  fc.record({
    kind: fc.constant('address' as const),
    protocol: fc.constantFrom(...protocols),
    address: anyFamily.chain(anyAddressOf),
    port: anyPort,
  }),
  fc.record({
    kind: fc.constant('fwmark' as const),
    fwmark: fc.integer({ min: 1, max: 0xffffffff }),
    family: anyFamily,
  }),
);

const anyPersistence = (family: AddressFamily): fc.Arbitrary<Persistence> =>
  fc.record({ timeout: anyU32, netmask: fc.integer({ min: 1, max: family === 'ipv6' ? 128 : 32 }) });

export const anyServiceConfig = (family: AddressFamily): fc.Arbitrary<ServiceConfig> =>
  fc.record({
    scheduler: fc.constantFrom(...schedulers),
    schedulerFlags: fc.subarray([...schedulerFlags]),
    onePacket: fc.boolean(),
    persistence: fc.option(anyPersistence(family)),
    persistenceEngine: fc.option(fc.constant('sip')),
  });

const anyTunnel: fc.Arbitrary<Tunnel> = fc.oneof(
  fc.constant({ type: 'ipip' as const }),
  fc.record({
    type: fc.constant('gue' as const),
    port: anyPort,
    checksum: fc.constantFrom('nocsum' as const, 'csum' as const, 'remcsum' as const),
  }),
  fc.record({ type: fc.constant('gre' as const), checksum: fc.constantFrom('nocsum' as const, 'csum' as const) }),
);

export const anyDestination: fc.Arbitrary<Destination> = fc
  .record({
    address: anyFamily.chain(anyAddressOf),
    port: anyPort,
    forwarding: fc.constantFrom('direct-routing', 'tunneling', 'masquerading', 'local', 'bypass'),
    weight: fc.nat(0x7fffffff),
    upperThreshold: anyU32,
    lowerThreshold: anyU32,
    tunnel: anyTunnel,
  })
  .map((destination) => (destination.forwarding === 'tunneling' ? destination : { ...destination, tunnel: null }));

export const anyDaemon: fc.Arbitrary<SyncDaemonConfig> = fc.record({
  state: fc.constantFrom('master', 'backup'),
  interface: fc.stringMatching(/^[a-z][a-z0-9.]{0,14}$/),
  syncId: fc.nat(255),
  maximumLength: fc.option(fc.nat(65_535)),
  group: fc.option(anyFamily.chain(anyAddressOf)),
  port: fc.option(anyPort),
  ttl: fc.option(fc.nat(255)),
});
