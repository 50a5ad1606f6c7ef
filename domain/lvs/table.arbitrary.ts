import fc from 'fast-check';
import { type Address, addressFromBytes, familyOf, isUnicast } from './address.ts';
import { destinationKeyText } from './destination-key.ts';
import { forwardingMethods } from './forwarding-method.ts';
import { protocols } from './protocol.ts';
import { schedulerFlags, schedulers, takesFlags } from './scheduler.ts';
import { familyOfService, type ServiceKey, serviceKeyText } from './service-key.ts';
import type { Destination, IpvsTable, ServiceConfig, Tunnel, VirtualService } from './table.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

export const ipv4 = bytes(4).map(addressFromBytes);
export const ipv6 = fc
  .array(fc.oneof(fc.constant(0), fc.nat(0xffff)), { minLength: 8, maxLength: 8 })
  .map((groups) => addressFromBytes(Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff]))));
export const address: fc.Arbitrary<Address> = fc.oneof(ipv4, ipv6);

const unicast = address.filter(isUnicast);

export const serviceKey: fc.Arbitrary<ServiceKey> = fc.oneof(
  fc.record({
    kind: fc.constant('address' as const),
    protocol: fc.constantFrom(...protocols),
    address: unicast,
    port: fc.integer({ min: 1, max: 65535 }),
  }),
  fc.record({
    kind: fc.constant('fwmark' as const),
    fwmark: fc.integer({ min: 1, max: 0xffffffff }),
    family: fc.constantFrom('ipv4' as const, 'ipv6' as const),
  }),
);

export const serviceConfig = (key: ServiceKey): fc.Arbitrary<ServiceConfig> =>
  fc
    .record({
      scheduler: fc.constantFrom(...schedulers.filter((name) => name !== 'twos')),
      flags: fc.uniqueArray(fc.constantFrom(...schedulerFlags)),
      onePacket: fc.boolean(),
      persistence: fc.option(
        fc.record({
          timeout: fc.integer({ min: 1, max: 2678400 }),
          netmask: fc.integer({ min: 1, max: familyOfService(key) === 'ipv6' ? 128 : 32 }),
        }),
      ),
    })
    .map(({ flags, ...config }) => ({
      ...config,
      onePacket: config.onePacket && (key.kind === 'fwmark' || key.protocol === 'UDP'),
      schedulerFlags: takesFlags(config.scheduler) ? flags : [],
      persistenceEngine: null,
    }));

const tunnel: fc.Arbitrary<Tunnel> = fc.oneof(
  fc.constant({ type: 'ipip' as const }),
  fc.record({
    type: fc.constant('gue' as const),
    port: fc.integer({ min: 1, max: 65535 }),
    checksum: fc.constantFrom('nocsum' as const, 'csum' as const, 'remcsum' as const),
  }),
  fc.record({ type: fc.constant('gre' as const), checksum: fc.constantFrom('nocsum' as const, 'csum' as const) }),
);

/** A destination that a definition of this service would accept. */
export const destination = (key: ServiceKey): fc.Arbitrary<Destination> =>
  fc
    .record({
      address: unicast.filter((to) => !to.startsWith('fe')),
      port: fc.integer({ min: 1, max: 65535 }),
      method: fc.constantFrom(...forwardingMethods),
      weight: fc.oneof(fc.constantFrom(0, 1), fc.integer({ min: 0, max: 65535 })),
      thresholds: fc.tuple(fc.nat(0xffffffff), fc.nat(0xffffffff)),
      tunnel,
    })
    .map(({ method, thresholds, ...rest }): Destination => {
      const forwarding = familyOf(rest.address) === familyOfService(key) ? method : 'tunneling';
      const servicePort = key.kind === 'address' ? key.port : 0;
      return {
        address: rest.address,
        port: forwarding === 'masquerading' ? rest.port : servicePort,
        forwarding,
        weight: rest.weight,
        lowerThreshold: Math.min(...thresholds),
        upperThreshold: Math.max(...thresholds),
        tunnel: forwarding === 'tunneling' ? rest.tunnel : null,
      };
    });

export const virtualService = (
  keys: fc.Arbitrary<ServiceKey> = serviceKey,
  destinations: (key: ServiceKey) => fc.Arbitrary<Destination> = destination,
): fc.Arbitrary<VirtualService> =>
  keys.chain((key) =>
    fc
      .tuple(serviceConfig(key), fc.uniqueArray(destinations(key), { selector: destinationKeyText, maxLength: 4 }))
      .map(([config, all]) => ({ key, ...config, destinations: all })),
  );

export const table = (services: fc.Arbitrary<VirtualService> = virtualService()): fc.Arbitrary<IpvsTable> =>
  fc
    .uniqueArray(services, { selector: (service) => serviceKeyText(service.key), maxLength: 6 })
    .map((all) => ({ services: all }));

const fewKeys: fc.Arbitrary<ServiceKey> = fc.integer({ min: 1, max: 5 }).map((fwmark) => ({
  kind: 'fwmark' as const,
  fwmark,
  family: 'ipv4' as const,
}));

const fewDestinations = (key: ServiceKey): fc.Arbitrary<Destination> =>
  fc
    .tuple(destination(key), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 2 }))
    .map(([to, host, weight]) => ({
      ...to,
      address: addressFromBytes(Uint8Array.of(10, 0, 0, host)),
      port: 0,
      weight,
    }));

/** Tables from pools so small that two of them share most services and destinations. */
export const crowdedTable: fc.Arbitrary<IpvsTable> = table(virtualService(fewKeys, fewDestinations));
