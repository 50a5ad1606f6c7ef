import { type Address, type AddressFamily, addressFromBytes } from '../../../domain/lvs/address.ts';
import type { ServiceValues } from './service-values.ts';

/** What a typed VIP or mark is of; IPv4 while nothing tells otherwise. */
export const typedFamily = (values: Pick<ServiceValues, 'kind' | 'address' | 'family'>): AddressFamily =>
  (values.kind === 'address' ? values.address.includes(':') : values.family === 'ipv6') ? 'ipv6' : 'ipv4';

/** Bits of a netmask that takes one client for itself. */
export const longestNetmask = (family: AddressFamily): number => (family === 'ipv6' ? 128 : 32);

/** Netmasks that sites use: one client, and the networks that hide behind one firewall or belong to one customer. */
export const commonNetmasks = (family: AddressFamily): readonly number[] =>
  family === 'ipv6' ? [128, 64, 56, 48] : [32, 24, 16, 8];

/**
 * The netmask for another IP version: one client stays one client, everything else stays as it was typed.
 *
 * A mask of 32 bits is one IPv4 client, and a whole provider in IPv6.
 */
export function netmaskAfter(netmask: string, before: AddressFamily, after: AddressFamily): string {
  return before !== after && netmask === String(longestNetmask(before)) ? String(longestNetmask(after)) : netmask;
}

/** How many addresses of IPv4 count as one client, and the mask as ipvsadm prints it; null when it is none. */
export function ipv4Together(netmask: string): { readonly mask: Address; readonly count: number } | null {
  const bits = Number(netmask);
  if (!Number.isInteger(bits) || bits < 1 || bits > 32) return null;
  const mask = Uint8Array.from([24, 16, 8, 0], (shift) => (0xffffffff << (32 - bits)) >>> shift);
  return { mask: addressFromBytes(mask), count: 2 ** (32 - bits) };
}
