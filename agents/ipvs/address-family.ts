import { type Address, type AddressFamily, addressFromBytes } from '../../domain/lvs/address.ts';
import { NetlinkError } from '../netlink/netlink-error.ts';

/** AF_INET and AF_INET6 of Linux. */
export const familyNumber: Record<AddressFamily, number> = { ipv4: 2, ipv6: 10 };

/** Throws EBADMSG for a family that is neither. */
export function familyFromNumber(number: number): AddressFamily {
  if (number === familyNumber.ipv4) return 'ipv4';
  if (number === familyNumber.ipv6) return 'ipv6';
  throw NetlinkError.malformed(`address family ${number}`);
}

/** `union nf_inet_addr` has 16 bytes whatever the family; an IPv4 address is in the first four. */
export const addressLength = 16;

export const addressOf = (bytes: Buffer, family: AddressFamily): Address =>
  addressFromBytes(family === 'ipv6' ? bytes : bytes.subarray(0, 4));
