import type { Protocol } from '../../domain/lvs/protocol.ts';
import { familyOfService, type ServiceKey } from '../../domain/lvs/service-key.ts';
import type { ServiceConfig } from '../../domain/lvs/table.ts';
import { ByteWriter } from '../netlink/byte-writer.ts';
import { familyNumber, writeAddress } from './address-family.ts';
import { serviceAttribute as attribute, serviceFlag, topAttribute } from './attributes.ts';

export const protocolNumber: Record<Protocol, number> = { TCP: 6, UDP: 17, SCTP: 132 };

/** The nests of keys that were written already: all destinations of a service carry the same one. */
const keyNests = new WeakMap<ServiceKey, Buffer>();

/** Writes the SERVICE nest that names a service: all that DEL, GET and the commands on destinations need. */
export function writeServiceKey(writer: ByteWriter, key: ServiceKey): void {
  let nest = keyNests.get(key);
  if (!nest) {
    const own = new ByteWriter(64);
    own.nest(topAttribute.SERVICE, () => writeKey(own, key));
    nest = own.bytes();
    keyNests.set(key, nest);
  }
  writer.append(nest);
}

/**
 * Writes the SERVICE nest of NEW_SERVICE and SET_SERVICE.
 *
 * Both replace wholly: a persistence engine left out is cleared. Persistence's timeout and netmask are always sent,
 * because the kernel asks for them even where there is none.
 */
export function writeService(writer: ByteWriter, key: ServiceKey, config: ServiceConfig): void {
  const { persistence } = config;
  writer.nest(topAttribute.SERVICE, () => {
    writeKey(writer, key);
    writer.text(attribute.SCHED_NAME, config.scheduler);
    writer.binary(attribute.FLAGS, flagsAndMask(config));
    writer.u32(attribute.TIMEOUT, persistence?.timeout ?? 0);
    // ip_vs_ctl.c: a prefix length in host order for IPv6, a mask in network order for IPv4.
    if (familyOfService(key) === 'ipv6') writer.u32(attribute.NETMASK, persistence?.netmask ?? 128);
    else writer.binary(attribute.NETMASK, ipv4Mask(persistence?.netmask ?? 32));
    if (config.persistenceEngine) writer.text(attribute.PE_NAME, config.persistenceEngine);
  });
}

function writeKey(writer: ByteWriter, key: ServiceKey): void {
  writer.u16(attribute.AF, familyNumber[familyOfService(key)]);
  if (key.kind === 'fwmark') {
    writer.u32(attribute.FWMARK, key.fwmark);
    return;
  }
  writer.u16(attribute.PROTOCOL, protocolNumber[key.protocol]);
  writeAddress(writer, attribute.ADDR, key.address);
  writer.be16(attribute.PORT, key.port);
}

/** `struct ip_vs_flags`: the flags, and which of them to set; the kernel keeps its own `hashed` in any case. */
function flagsAndMask(config: ServiceConfig): Buffer {
  let flags = 0;
  if (config.persistence) flags |= serviceFlag.persistent;
  if (config.onePacket) flags |= serviceFlag.onePacket;
  if (config.schedulerFlags.includes('fallback')) flags |= serviceFlag.fallback;
  if (config.schedulerFlags.includes('port')) flags |= serviceFlag.port;
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE(flags, 0);
  bytes.writeUInt32LE(0xffffffff, 4);
  return bytes;
}

function ipv4Mask(prefix: number): Buffer {
  const bytes = Buffer.alloc(4);
  if (prefix > 0) bytes.writeUInt32BE((0xffffffff << (32 - prefix)) >>> 0);
  return bytes;
}
