import type { Timeouts } from '../../domain/lvs/sysctl.ts';
import type { ByteWriter } from '../netlink/byte-writer.ts';
import { AttributeReader, readAttributes } from '../netlink/read-attributes.ts';
import { topAttribute as attribute, namesOf } from './attributes.ts';

const names = namesOf(attribute, 'CONFIG');

/** Writes what SET_CONFIG takes; 0 leaves a timeout as it is. */
export function writeTimeouts(writer: ByteWriter, timeouts: Timeouts): void {
  writer.u32(attribute.TIMEOUT_TCP, timeouts.tcp);
  writer.u32(attribute.TIMEOUT_TCP_FIN, timeouts.tcpfin);
  writer.u32(attribute.TIMEOUT_UDP, timeouts.udp);
}

/** The timeouts of GET_CONFIG's answer; 0 where the kernel has no such protocol. */
export function readTimeouts(bytes: Buffer, start: number, end: number): Timeouts {
  const reader = new AttributeReader(bytes, names);
  const timeouts = { tcp: 0, tcpfin: 0, udp: 0 };
  readAttributes(bytes, start, end, (type, at, length) => {
    if (type === attribute.TIMEOUT_TCP) timeouts.tcp = reader.u32(type, at, length);
    else if (type === attribute.TIMEOUT_TCP_FIN) timeouts.tcpfin = reader.u32(type, at, length);
    else if (type === attribute.TIMEOUT_UDP) timeouts.udp = reader.u32(type, at, length);
  });
  return timeouts;
}
