import type { Protocol } from '../../domain/lvs/protocol.ts';
import { familyOfService, type ServiceKey } from '../../domain/lvs/service-key.ts';
import type { ServiceConfig } from '../../domain/lvs/table.ts';
import type { ByteWriter } from '../netlink/byte-writer.ts';
import { familyNumber, writeAddress } from './address-family.ts';
import { serviceAttribute as attribute, serviceFlag, topAttribute } from './attributes.ts';

export const protocolNumber: Record<Protocol, number> = { TCP: 6, UDP: 17, SCTP: 132 };

/** Writes the SERVICE nest that names a service: all that DEL, GET and the commands on destinations need. */
export function writeServiceKey(writer: ByteWriter, key: ServiceKey): void {
  const nest = writer.startNest(topAttribute.SERVICE);
  writeKey(writer, key);
  writer.endNest(nest);
}

/**
 * Writes the SERVICE nest of NEW_SERVICE and SET_SERVICE.
 *
 * Both replace wholly: a persistence engine left out is cleared. Persistence's timeout and netmask are always sent,
 * because the kernel asks for them even where there is none.
 */
export function writeService(writer: ByteWriter, key: ServiceKey, config: ServiceConfig): void {
  const { persistence } = config;
  const nest = writer.startNest(topAttribute.SERVICE);
  writeKey(writer, key);
  writer.text(attribute.SCHED_NAME, config.scheduler);
  writeFlags(writer, config);
  writer.u32(attribute.TIMEOUT, persistence?.timeout ?? 0);
  // ip_vs_ctl.c: a prefix length in host order for IPv6, a mask in network order for IPv4.
  if (familyOfService(key) === 'ipv6') writer.u32(attribute.NETMASK, persistence?.netmask ?? 128);
  else writer.be32(attribute.NETMASK, ipv4Mask(persistence?.netmask ?? 32));
  if (config.persistenceEngine) writer.text(attribute.PE_NAME, config.persistenceEngine);
  writer.endNest(nest);
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
function writeFlags(writer: ByteWriter, config: ServiceConfig): void {
  let flags = 0;
  if (config.persistence) flags |= serviceFlag.persistent;
  if (config.onePacket) flags |= serviceFlag.onePacket;
  if (config.schedulerFlags.includes('fallback')) flags |= serviceFlag.fallback;
  if (config.schedulerFlags.includes('port')) flags |= serviceFlag.port;
  const at = writer.attribute(attribute.FLAGS, 8);
  writer.setU32(at, flags);
  writer.setU32(at + 4, 0xffffffff);
}

const ipv4Mask = (prefix: number): number => (prefix === 0 ? 0 : 0xffffffff << (32 - prefix));
