import fc from 'fast-check';
import * as whole from '../../definition/definition.arbitrary.ts';
import { type Definition, definitionSchema } from '../../definition/definition.ts';
import type { DestinationDefinition } from '../../definition/destination-definition.ts';
import type { ServiceDefinition } from '../../definition/service-definition.ts';
import { addressFromBytes, familyOf, socketText } from '../../lvs/address.ts';
import { familyOfService, type ServiceKey } from '../../lvs/service-key.ts';
import { type PrintedLine, type Spacing, spacing, structure, value, withOthers } from '../printed-file.arbitrary.ts';

const methods = { 'direct-routing': 'gate', masquerading: 'masq', tunneling: 'ipip' } as const;

/** What a file has inside a service beside what is read. */
const others = ['', '# a comment', '\t# another', '\trequest="a#b"', '\tchecktype = negotiate', ''];

/** Definitions that an ldirectord.cf can say, with one as a text and its lines. */
export const printedLdirectord: fc.Arbitrary<{
  definition: Definition;
  lines: readonly PrintedLine[];
  spacing: Spacing;
}> = fc
  .record({ whole: whole.definition, spacing: spacing(['\t', '    ', '        ']), blanks: fc.constantFrom('', ' ') })
  .map(({ whole: all, spacing: how, blanks }) => {
    const definition = sayable(all);
    const lines = [
      value('checkinterval = 5'),
      ...definition.services.flatMap((one) => printed(one, how.indent, blanks)),
    ];
    return { definition, lines: withOthers(lines, how, others), spacing: how };
  });

/** Names of real servers, sysctls and timeouts have no place in it; nor have SCTP and scheduler flags. */
function sayable({ services }: Definition): Definition {
  const some = services.filter(({ key }) => key.kind === 'fwmark' || key.protocol !== 'SCTP');
  return definitionSchema.parse({
    services: some.map((service) => ({
      ...service,
      schedulerFlags: [],
      onePacket: service.onePacket && service.key.kind === 'address',
      persistenceEngine: null,
      check: null,
      destinations: service.destinations.map((to) => ({ ...to, upperThreshold: 0, lowerThreshold: 0, tunnel: null })),
    })),
  });
}

function printed(service: ServiceDefinition, indent: string, blanks: string): PrintedLine[] {
  const { key, name, scheduler, persistence, onePacket, destinations } = service;
  const is = `${blanks}=${blanks}`;
  const six = familyOfService(key) === 'ipv6' ? '6' : '';
  const head = key.kind === 'fwmark' ? String(key.fwmark) : socketText(key.address, key.port);
  const statements = [
    `servicename${is}${name}`,
    ...(key.kind === 'address' ? [`protocol${is}${key.protocol.toLowerCase()}`] : [`protocol${is}fwm`]),
    `scheduler${is}${scheduler}`,
    ...(persistence
      ? [`persistent${is}${persistence.timeout}`, `netmask${is}${maskText(persistence.netmask, six)}`]
      : []),
    ...(onePacket ? [`ops${is}yes`] : []),
    ...destinations.map((to) => `real${six}${is}${target(key, to)} ${methods[to.forwarding]} ${to.weight}`),
  ];
  return [structure(`virtual${six}${is}${head}`), ...statements.map((text) => value(indent + text))];
}

/** Without its port where that says the same. */
function target(key: ServiceKey, { address, port, forwarding }: DestinationDefinition): string {
  const isSilent = port === 0 || (key.kind === 'address' && forwarding !== 'masquerading' && port % 2 === 0);
  if (!isSilent) return socketText(address, port);
  return familyOf(address) === 'ipv6' ? `[${address}]` : address;
}

function maskText(prefix: number, six: string): string {
  if (six) return String(prefix);
  const bits = [0, 8, 16, 24].map((before) => Math.min(8, Math.max(0, prefix - before)));
  return addressFromBytes(Uint8Array.from(bits, (ones) => 256 - 2 ** (8 - ones)));
}
