import fc from 'fast-check';
import { checkArbitrary } from '../checks/check.arbitrary.ts';
import type { Check } from '../checks/check.ts';
import { type Address, addressFromBytes, familyOf, isLinkLocalIpv6, isUnicast } from '../lvs/address.ts';
import { destinationKeyText } from '../lvs/destination-key.ts';
import { forwardingMethods } from '../lvs/forwarding-method.ts';
import { protocols } from '../lvs/protocol.ts';
import { type SchedulerFlag, schedulerFlags, schedulers, takesFlags } from '../lvs/scheduler.ts';
import { familyOfService, type ServiceKey, serviceKeyText } from '../lvs/service-key.ts';
import { sysctlNames, sysctls } from '../lvs/sysctl.ts';
import * as lvs from '../lvs/table.arbitrary.ts';
import type { Definition, RealServer } from './definition.ts';
import type { DestinationDefinition } from './destination-definition.ts';
import type { ServiceDefinition } from './service-definition.ts';
import { driftPolicies, longestTimeout, type Settings } from './settings.ts';

/** Names that people give, among them some that formats take for numbers, keywords or addresses. */
export const name: fc.Arbitrary<string> = fc.oneof(
  fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9._-]{0,62}$/),
  fc.constantFrom('web', 'null', 'true', 'no', '1', '0x1f', '1e3', '1.0', '2026-11-23', 'services', 'end', '10.0.0.1'),
);

const near = fc.nat(255).map((last) => addressFromBytes(Uint8Array.of(10, 0, 0, last)));
const machine: fc.Arbitrary<Address> = fc
  .oneof(near, lvs.address)
  .filter((address) => isUnicast(address) && !isLinkLocalIpv6(address));
const port = fc.integer({ min: 1, max: 65_535 });

const serviceKey: fc.Arbitrary<ServiceKey> = fc.oneof(
  lvs.serviceKey,
  fc.record({
    kind: fc.constant('address' as const),
    protocol: fc.constantFrom(...protocols),
    address: lvs.address.filter(isUnicast),
    port: fc.constant(0),
  }),
);

const tunnel: fc.Arbitrary<DestinationDefinition['tunnel']> = fc.oneof(
  fc.constant(null),
  fc.constant({ type: 'ipip' as const }),
  fc.record({
    type: fc.constant('gue' as const),
    port,
    checksum: fc.constantFrom('nocsum' as const, 'csum' as const, 'remcsum' as const),
  }),
  fc.record({ type: fc.constant('gre' as const), checksum: fc.constantFrom('nocsum' as const, 'csum' as const) }),
);

const count = fc.oneof(fc.nat(200), fc.nat(65_535), fc.nat(0xffffffff));

const destination = (key: ServiceKey, address: fc.Arbitrary<Address>): fc.Arbitrary<DestinationDefinition> =>
  fc
    .record({
      address,
      port: fc.oneof(port, fc.constant(0)),
      method: fc.constantFrom(...forwardingMethods),
      weight: fc.oneof(fc.constantFrom(0, 1), fc.nat(65_535)),
      thresholds: fc.oneof(fc.constant([0, 0]), fc.tuple(fc.constant(0), count), fc.tuple(count, count)),
      tunnel,
    })
    .map(({ method, thresholds, tunnel: wrapped, ...rest }): DestinationDefinition => {
      const forwarding = familyOf(rest.address) === familyOfService(key) ? method : 'tunneling';
      const servicePort = key.kind === 'address' ? key.port : 0;
      return {
        address: rest.address,
        port: forwarding === 'masquerading' ? rest.port : servicePort,
        forwarding,
        weight: rest.weight,
        upperThreshold: Math.max(...thresholds),
        lowerThreshold: Math.min(...thresholds),
        tunnel: forwarding === 'tunneling' ? wrapped : null,
      };
    });

/** Port 0 is all ports: a check has to name one. */
const fitsCheck = ({ port }: Check, destinations: readonly DestinationDefinition[]): boolean =>
  port !== null || destinations.every((to) => to.port !== 0);

const flagsInAnyOrder: fc.Arbitrary<SchedulerFlag[]> = fc.uniqueArray(fc.constantFrom(...schedulerFlags));

const service = (key: ServiceKey, address: fc.Arbitrary<Address>): fc.Arbitrary<ServiceDefinition> =>
  fc
    .record({
      name,
      scheduler: fc.constantFrom(...schedulers),
      flags: flagsInAnyOrder,
      onePacket: fc.boolean(),
      persistent: fc.boolean(),
      persistence: fc.record({
        timeout: fc.oneof(fc.constantFrom(300, 360), fc.integer({ min: 1, max: 2_678_400 })),
        netmask: fc.oneof(fc.constant(32), fc.integer({ min: 1, max: 128 })),
        longest: fc.boolean(),
      }),
      sip: fc.boolean(),
      check: fc.option(checkArbitrary),
      destinations: fc.uniqueArray(destination(key, address), { selector: destinationKeyText, maxLength: 5 }),
    })
    .map(({ flags, persistent, persistence, sip, check, ...rest }): ServiceDefinition => {
      const longest = familyOfService(key) === 'ipv6' ? 128 : 32;
      const datagrams = key.kind === 'fwmark' || key.protocol === 'UDP';
      const netmask = persistence.longest ? longest : Math.min(persistence.netmask, longest);
      const isPersistent = persistent || (key.kind === 'address' && key.port === 0);
      return {
        ...rest,
        key,
        schedulerFlags: takesFlags(rest.scheduler) ? flags : [],
        onePacket: rest.onePacket && datagrams,
        persistence: isPersistent ? { timeout: persistence.timeout, netmask } : null,
        persistenceEngine: sip && isPersistent && datagrams ? 'sip' : null,
        check: check && fitsCheck(check, rest.destinations) ? check : null,
      };
    });

const seconds = fc.option(fc.integer({ min: 1, max: longestTimeout }));

const oneFileSysctls = sysctlNames.filter((one) => one !== 'sync_threshold' && one !== 'sync_period');

export const settings: fc.Arbitrary<Settings> = fc
  .record({
    timeouts: fc.record({ tcp: seconds, tcpfin: seconds, udp: seconds }),
    sysctls: fc.record(
      Object.fromEntries(
        oneFileSysctls.map((one) => [one, fc.integer({ min: sysctls[one].least, max: sysctls[one].most })]),
      ),
      { requiredKeys: [], noNullPrototype: true },
    ),
    sync: fc.option(fc.tuple(fc.nat(1000), fc.nat(1000))),
    drift: fc.constantFrom(...driftPolicies),
    guard: fc.record({ leastServing: fc.nat(1000), leastWeightPercent: fc.nat(100) }),
  })
  .map(({ sync, ...rest }): Settings => {
    if (!sync) return rest;
    const [sync_threshold, more] = sync;
    // A period of 0 is without the limit that the threshold be below it.
    const sync_period = more === 0 ? 0 : sync_threshold + more;
    return { ...rest, sysctls: { ...rest.sysctls, sync_threshold, sync_period } };
  });

const label = fc.oneof(
  fc.constantFrom('half=1', 'rack=a/3', 'canary', 'null', '1'),
  fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9._/-]{0,20}(=[a-zA-Z0-9._/-]{1,20})?$/),
);
const labels = fc.uniqueArray(label, { maxLength: 3 });

const realServers: fc.Arbitrary<RealServer[]> = fc
  .uniqueArray(fc.record({ name, addresses: fc.uniqueArray(machine, { minLength: 1, maxLength: 3 }), labels }), {
    selector: (server) => server.name,
    maxLength: 5,
  })
  .map((servers) => {
    const seen = new Set<string>();
    const firstUse = (address: Address) => !seen.has(address) && seen.add(address);
    return servers
      .map((server) => ({ ...server, addresses: server.addresses.filter(firstUse) }))
      .filter((server) => server.addresses.length > 0);
  });

/**
 * Whole definitions with every feature that `definitionSchema` takes, and nothing that it refuses.
 *
 * Many destinations are at the addresses of named real servers.
 */
export const definition: fc.Arbitrary<Definition> = realServers.chain((servers) => {
  const named = servers.flatMap((server) => server.addresses);
  const address = named.length > 0 ? fc.oneof(machine, fc.constantFrom(...named)) : machine;
  return fc
    .record({
      services: fc
        .uniqueArray(
          serviceKey.chain((key) => service(key, address)),
          { selector: (one) => serviceKeyText(one.key), maxLength: 6 },
        )
        .map((all) => all.filter((one, index) => all.findIndex((other) => other.name === one.name) === index)),
      settings,
    })
    .map((rest) => ({ realServers: servers, ...rest }));
});
