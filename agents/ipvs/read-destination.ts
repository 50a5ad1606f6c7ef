import type { AddressFamily } from '../../domain/lvs/address.ts';
import type { ObservedForwardingMethod } from '../../domain/lvs/forwarding-method.ts';
import type { Tunnel } from '../../domain/lvs/table.ts';
import type { ObservedDestination } from '../../domain/observation/observation.ts';
import { NetlinkError } from '../netlink/netlink-error.ts';
import { AttributeReader, readAttributes } from '../netlink/read-attributes.ts';
import { addressAt, addressLength, familyFromNumber } from './address-family.ts';
import { destinationAttribute as attribute, namesOf, tunnelFlag, tunnelType } from './attributes.ts';
import { noCounters, readCounters } from './counters.ts';
import { forwardingNumber } from './destination-message.ts';

const names = namesOf(attribute, 'DEST');
const forwardingOf = new Map(
  Object.entries(forwardingNumber).map(([name, number]) => [number, name as ObservedForwardingMethod]),
);

/** What one destination's attributes say, by their ids: the same list for all 10,000 of a large table's sample. */
const numbers = Array<number | undefined>(Math.max(...Object.values(attribute)) + 1);

/**
 * The destination of a DEST nest, of a service of `serviceFamily`, which old kernels leave out here.
 *
 * Throws EBADMSG with the attribute's name when one is missing or cut short.
 */
export function readDestination(
  bytes: Buffer,
  start: number,
  end: number,
  serviceFamily: AddressFamily,
): ObservedDestination {
  const reader = new AttributeReader(bytes, names);
  numbers.fill(undefined);
  let addressStart = -1;
  let statsStart = -1;
  let statsEnd = -1;
  readAttributes(bytes, start, end, (type, at, length) => {
    switch (type) {
      case attribute.ADDR:
        reader.need(type, length, addressLength);
        addressStart = at;
        break;
      case attribute.PORT:
      case attribute.TUN_PORT:
        numbers[type] = reader.be16(type, at, length);
        break;
      case attribute.ADDR_FAMILY:
      case attribute.TUN_FLAGS:
        numbers[type] = reader.u16(type, at, length);
        break;
      case attribute.TUN_TYPE:
        numbers[type] = reader.u8(type, at, length);
        break;
      // The kernel sends both, the 64-bit one last.
      case attribute.STATS:
      case attribute.STATS64:
        statsStart = at;
        statsEnd = at + length;
        break;
      default:
        if (type >= attribute.FWD_METHOD && type <= attribute.PERSIST_CONNS)
          numbers[type] = reader.u32(type, at, length);
    }
  });
  const need = (type: number): number => {
    const value = numbers[type];
    if (value === undefined) throw NetlinkError.malformed(`${names[type]} is missing`);
    return value;
  };
  if (addressStart < 0) throw NetlinkError.malformed(`${names[attribute.ADDR]} is missing`);
  const familyRead = numbers[attribute.ADDR_FAMILY];
  // The kernel takes 5 to 7, which mean nothing, and drops their packets; one such entry must not blind the agent.
  const forwarding = forwardingOf.get(need(attribute.FWD_METHOD)) ?? 'bypass';
  return {
    address: addressAt(bytes, addressStart, familyRead === undefined ? serviceFamily : familyFromNumber(familyRead)),
    port: need(attribute.PORT),
    forwarding,
    weight: need(attribute.WEIGHT),
    upperThreshold: numbers[attribute.U_THRESH] ?? 0,
    lowerThreshold: numbers[attribute.L_THRESH] ?? 0,
    tunnel: forwarding === 'tunneling' ? tunnelOf(numbers) : null,
    activeConn: numbers[attribute.ACTIVE_CONNS] ?? 0,
    inactConn: numbers[attribute.INACT_CONNS] ?? 0,
    persistConn: numbers[attribute.PERSIST_CONNS] ?? 0,
    counters: statsStart < 0 ? noCounters : readCounters(bytes, statsStart, statsEnd),
  };
}

/** A type that this version doesn't know is null, which no desired tunnel equals: the plan sets it. */
function tunnelOf(numbers: readonly (number | undefined)[]): Tunnel | null {
  const type = numbers[attribute.TUN_TYPE] ?? tunnelType.ipip;
  const flags = numbers[attribute.TUN_FLAGS] ?? 0;
  if (type === tunnelType.ipip) return { type: 'ipip' };
  if (type === tunnelType.gre) return { type: 'gre', checksum: flags & tunnelFlag.csum ? 'csum' : 'nocsum' };
  if (type !== tunnelType.gue) return null;
  const checksum = flags & tunnelFlag.remcsum ? 'remcsum' : flags & tunnelFlag.csum ? 'csum' : 'nocsum';
  return { type: 'gue', port: numbers[attribute.TUN_PORT] ?? 0, checksum };
}
