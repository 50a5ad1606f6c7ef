import type { Protocol } from '../../domain/lvs/protocol.ts';
import type { SchedulerFlag } from '../../domain/lvs/scheduler.ts';
import type { ServiceKey } from '../../domain/lvs/service-key.ts';
import type { ServiceConfig } from '../../domain/lvs/table.ts';
import type { Counters } from '../../domain/observation/observation.ts';
import { NetlinkError } from '../netlink/netlink-error.ts';
import { AttributeReader, readAttributes } from '../netlink/read-attributes.ts';
import { addressAt, addressLength, familyFromNumber } from './address-family.ts';
import { serviceAttribute as attribute, namesOf, serviceFlag } from './attributes.ts';
import { noCounters, readCounters } from './counters.ts';
import { protocolNumber } from './service-message.ts';

export interface ServiceEntry extends ServiceConfig {
  readonly key: ServiceKey;
  readonly counters: Counters;
}

const names = namesOf(attribute, 'SERVICE');
const protocolOf = new Map(Object.entries(protocolNumber).map(([name, number]) => [number, name as Protocol]));

/**
 * The service of a SERVICE nest. Attributes that this version doesn't know are passed over.
 *
 * Null for a protocol that IPVS doesn't balance: the kernel takes any number by netlink, and never schedules by it.
 * Throws EBADMSG with the attribute's name when one is missing or cut short.
 */
export function readService(bytes: Buffer, start: number, end: number): ServiceEntry | null {
  const reader = new AttributeReader(bytes, names);
  const number = new Map<number, number>();
  let addressStart: number | undefined;
  let netmaskAt = -1;
  let scheduler: string | undefined;
  let engine: string | null = null;
  let stats: { start: number; end: number } | undefined;
  readAttributes(bytes, start, end, (type, at, length) => {
    switch (type) {
      case attribute.AF:
      case attribute.PROTOCOL:
        number.set(type, reader.u16(type, at, length));
        break;
      case attribute.PORT:
        number.set(type, reader.be16(type, at, length));
        break;
      case attribute.FWMARK:
      case attribute.FLAGS:
      case attribute.TIMEOUT:
        number.set(type, reader.u32(type, at, length));
        break;
      case attribute.NETMASK:
        reader.need(type, length, 4);
        netmaskAt = at;
        break;
      case attribute.ADDR:
        reader.need(type, length, addressLength);
        addressStart = at;
        break;
      case attribute.SCHED_NAME:
        scheduler = reader.text(type, at, length);
        break;
      case attribute.PE_NAME:
        engine = reader.text(type, at, length);
        break;
      // The kernel sends both, the 64-bit one last.
      case attribute.STATS:
      case attribute.STATS64:
        stats = { start: at, end: at + length };
        break;
    }
  });
  const need = <T>(value: T | undefined, type: number): T => {
    if (value === undefined) throw NetlinkError.malformed(`${names[type]} is missing`);
    return value;
  };
  const family = familyFromNumber(need(number.get(attribute.AF), attribute.AF));
  const fwmark = number.get(attribute.FWMARK);
  let key: ServiceKey;
  if (fwmark) key = { kind: 'fwmark', fwmark, family };
  else {
    const protocol = protocolOf.get(need(number.get(attribute.PROTOCOL), attribute.PROTOCOL));
    if (!protocol) return null;
    const port = need(number.get(attribute.PORT), attribute.PORT);
    key = { kind: 'address', protocol, address: addressAt(bytes, need(addressStart, attribute.ADDR), family), port };
  }
  const flags = number.get(attribute.FLAGS) ?? 0;
  const netmask = () => {
    need(netmaskAt < 0 ? undefined : netmaskAt, attribute.NETMASK);
    return family === 'ipv6' ? bytes.readUInt32LE(netmaskAt) : Math.clz32(~bytes.readUInt32BE(netmaskAt) >>> 0);
  };
  return {
    key,
    scheduler: scheduler || 'none',
    schedulerFlags: schedulerFlagsOf(flags),
    onePacket: (flags & serviceFlag.onePacket) !== 0,
    persistence:
      flags & serviceFlag.persistent ? { timeout: number.get(attribute.TIMEOUT) ?? 0, netmask: netmask() } : null,
    persistenceEngine: engine || null,
    counters: stats ? readCounters(bytes, stats.start, stats.end) : noCounters,
  };
}

function schedulerFlagsOf(flags: number): SchedulerFlag[] {
  const found: SchedulerFlag[] = [];
  if (flags & serviceFlag.fallback) found.push('fallback');
  if (flags & serviceFlag.port) found.push('port');
  return found;
}
