import { addressBytes, addressFromBytes, parseAddress } from '../../lvs/address.ts';

/** What `persistence_granularity` says: a prefix length, and the family that its form tells of. */
export interface Granularity {
  readonly netmask: number;
  readonly family: 'ipv4' | 'ipv6';
}

/** A netmask `255.255.255.0` for IPv4, a prefix length 1–128 for IPv6; undefined for others, `255.0.255.0` among them. */
export function parseGranularity(word: string): Granularity | undefined {
  if (/^\d{1,3}$/.test(word)) {
    const netmask = Number(word);
    return netmask >= 1 && netmask <= 128 ? { netmask, family: 'ipv6' } : undefined;
  }
  const mask = parseAddress(word);
  if (!mask.ok || word.includes(':')) return undefined;
  const bits = [...addressBytes(mask.value)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return /^1+0*$/.test(bits) ? { netmask: bits.lastIndexOf('1') + 1, family: 'ipv4' } : undefined;
}

/** The word that `parseGranularity` reads as the same. */
export function granularityWord({ netmask, family }: Granularity): string {
  if (family === 'ipv6') return String(netmask);
  const byte = (index: number) => 256 - 2 ** (8 - Math.min(8, Math.max(0, netmask - index * 8)));
  return addressFromBytes(Uint8Array.of(byte(0), byte(1), byte(2), byte(3)));
}
