import fc from 'fast-check';
import * as whole from '../../definition/definition.arbitrary.ts';
import { type Definition, definitionSchema } from '../../definition/definition.ts';
import type { DestinationDefinition } from '../../definition/destination-definition.ts';
import type { ServiceDefinition } from '../../definition/service-definition.ts';
import { type Address, familyOf } from '../../lvs/address.ts';
import { destinationKeyText } from '../../lvs/destination-key.ts';
import type { ForwardingMethod } from '../../lvs/forwarding-method.ts';
import { familyOfService } from '../../lvs/service-key.ts';
import { type PrintedLine, type Spacing, spacing, structure, value, withOthers } from '../printed-file.arbitrary.ts';

const networks = { 'direct-routing': 'direct', masquerading: 'nat', tunneling: 'tunnel' } as const;

/** What Piranha's files have beside what is read; it can stand anywhere outside of servers, and a comment there too. */
const others = ['', '# a comment', 'send = "GET / HTTP/1.0 { # }"', '', 'start_cmd = "}"', '\t# }', "expect = '{'"];

/** Definitions that an lvs.cf can say, with one as a text and its lines. */
export const printedLvsCf: fc.Arbitrary<{ definition: Definition; lines: readonly PrintedLine[]; spacing: Spacing }> =
  fc
    .record({
      whole: whole.definition,
      forwarding: fc.constantFrom<ForwardingMethod>('direct-routing', 'masquerading', 'tunneling'),
      spacing: spacing(['', ' ', '\t', '     ']),
    })
    .map(({ whole: all, forwarding, spacing: how }) => {
      const definition = sayable(all, forwarding);
      return { definition, lines: withOthers(printed(definition, forwarding, how.indent), how, others), spacing: how };
    });

function sayable({ services, realServers, settings }: Definition, forwarding: ForwardingMethod): Definition {
  const some = services.filter(({ key }) => (key.kind === 'address' ? key.protocol !== 'SCTP' : key.family === 'ipv4'));
  const plain = some.map((service): ServiceDefinition => {
    const ipv6 = familyOfService(service.key) === 'ipv6';
    return {
      ...service,
      schedulerFlags: [],
      onePacket: false,
      persistenceEngine: null,
      check: null,
      persistence: service.persistence && { ...service.persistence, ...(ipv6 ? { netmask: 128 } : {}) },
      destinations: sayableDestinations(service, forwarding),
    };
  });
  const addresses = new Set(plain.flatMap((service) => service.destinations.map((to) => to.address)));
  const named = [...addresses].flatMap((address) => {
    const server = realServers.find((one) => one.addresses[0] === address && one.name !== address);
    return server ? [{ name: server.name, addresses: [address] }] : [];
  });
  return definitionSchema.parse({ realServers: named, services: plain, settings: { timeouts: settings.timeouts } });
}

function sayableDestinations(service: ServiceDefinition, forwarding: ForwardingMethod): DestinationDefinition[] {
  const { key, destinations } = service;
  const servicePort = key.kind === 'address' ? key.port : 0;
  const all = destinations
    .filter((to) => forwarding === 'tunneling' || familyOf(to.address) === familyOfService(key))
    .map((to) => ({
      ...to,
      forwarding,
      port: forwarding === 'masquerading' ? to.port : servicePort,
      upperThreshold: 0,
      lowerThreshold: 0,
      tunnel: null,
    }));
  return all.filter((to, at) => all.findIndex((one) => destinationKeyText(one) === destinationKeyText(to)) === at);
}

function printed({ services, realServers, settings }: Definition, forwarding: ForwardingMethod, indent: string) {
  const nameOf = (address: Address) => realServers.find((one) => one.addresses.includes(address))?.name ?? address;
  const timeouts = Object.entries(settings.timeouts).map(([name, seconds]) =>
    value(`${name}_timeout = ${seconds ?? 0}`),
  );
  return [
    value(`network = ${networks[forwarding]}`),
    value('service = lvs'),
    ...timeouts,
    ...services.flatMap((service) => [
      structure(`virtual ${service.name} {`),
      ...serviceLines(service, forwarding, indent),
      ...service.destinations.flatMap((to) => [
        structure(`${indent}server ${nameOf(to.address)} {`),
        ...[`address = ${to.address}`, 'active = 1', `weight = ${to.weight}`, `port = ${to.port}`].map((text) =>
          value(indent + indent + text),
        ),
        structure(`${indent}}`),
      ]),
      structure('}'),
    ]),
  ];
}

function serviceLines(
  { key, scheduler, persistence }: ServiceDefinition,
  forwarding: ForwardingMethod,
  indent: string,
): PrintedLine[] {
  const mask = persistence && persistence.netmask <= 32 ? [`pmask = ${maskText(persistence.netmask)}`] : [];
  const texts = [
    'active = 1',
    ...(key.kind === 'fwmark' ? [`fwmark = ${key.fwmark}`] : []),
    ...(key.kind === 'fwmark' && forwarding === 'masquerading' ? ['port = 80'] : []),
    ...(key.kind === 'address' ? [`address = ${key.address} eth0:1`] : []),
    ...(key.kind === 'address' ? [`port = ${key.port}`, `protocol = ${key.protocol.toLowerCase()}`] : []),
    `scheduler = ${scheduler}`,
    ...(persistence ? [`persistent = ${persistence.timeout}`, ...mask] : []),
  ];
  return texts.map((text) => value(indent + text));
}

const maskText = (prefix: number): string =>
  [0, 8, 16, 24].map((bits) => 256 - 2 ** (8 - Math.min(8, Math.max(0, prefix - bits)))).join('.');
