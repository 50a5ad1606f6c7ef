import { addressBytes, parseAddress } from './address.ts';

/** The prefix length of an IPv4 mask such as `255.255.255.0`, 0–32; undefined if its ones don't all come first. */
export function ipv4PrefixOf(mask: string): number | undefined {
  const address = mask.includes(':') ? undefined : parseAddress(mask);
  if (!address?.ok) return undefined;
  const bits = [...addressBytes(address.value)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return /^1*0*$/.test(bits) ? bits.lastIndexOf('1') + 1 : undefined;
}
