import type { Counters } from '../../domain/observation/observation.ts';
import { AttributeReader, readAttributes } from '../netlink/read-attributes.ts';
import { namesOf, statsAttribute } from './attributes.ts';

const names = namesOf(statsAttribute, 'STATS');

export const noCounters: Counters = { conns: 0, inPackets: 0, outPackets: 0, inBytes: 0, outBytes: 0 };

/**
 * The counters of a STATS or STATS64 nest. STATS is in 32 bits but for the bytes, and wraps.
 *
 * The kernel's own rates are left out: they are smoothed over 2 seconds and lag.
 */
export function readCounters(bytes: Buffer, start: number, end: number): Counters {
  const reader = new AttributeReader(bytes, names);
  const counters = { ...noCounters };
  readAttributes(bytes, start, end, (type, at, length) => {
    if (type === statsAttribute.CONNS) counters.conns = reader.u64(type, at, length);
    else if (type === statsAttribute.INPKTS) counters.inPackets = reader.u64(type, at, length);
    else if (type === statsAttribute.OUTPKTS) counters.outPackets = reader.u64(type, at, length);
    else if (type === statsAttribute.INBYTES) counters.inBytes = reader.u64(type, at, length);
    else if (type === statsAttribute.OUTBYTES) counters.outBytes = reader.u64(type, at, length);
  });
  return counters;
}
