import { ok, type Result, refused } from '../result.ts';

/** An IPv4 or IPv6 address in its one canonical text, so that equal addresses are equal strings. */
export type Address = string & { readonly __address: unique symbol };

export type AddressFamily = 'ipv4' | 'ipv6';

export const familyOf = (address: Address): AddressFamily => (address.includes(':') ? 'ipv6' : 'ipv4');

/**
 * The address that a text names, in canonical form: dotted decimal, or RFC 5952 as inet_ntop(3) prints it.
 *
 * Short forms (`10.1`), leading zeros and zone ids are refused: tools disagree on what they mean.
 */
export function parseAddress(text: string): Result<Address> {
  const bytes = text.includes(':') ? ipv6Bytes(text) : ipv4Bytes(text);
  return bytes ? ok(addressFromBytes(bytes)) : refused(`“${text}” is not an IPv4 or IPv6 address`);
}

/** The address of 4 or 16 bytes in network order. Throws on any other length. */
export function addressFromBytes(bytes: Uint8Array): Address {
  if (bytes.length === 4) return bytes.join('.') as Address;
  if (bytes.length !== 16) throw new RangeError(`an address has 4 or 16 bytes, not ${bytes.length}`);
  return ipv6Text(bytes) as Address;
}

/** The 4 or 16 bytes of an address in network order. */
export function addressBytes(address: Address): Uint8Array {
  const bytes = familyOf(address) === 'ipv6' ? ipv6Bytes(address) : ipv4Bytes(address);
  if (!bytes) throw new RangeError(`“${address}” was never parsed as an address`);
  return bytes;
}

/** Whether a socket can listen there or a packet be sent there: not 0.0.0.0 or ::, multicast, or broadcast. */
export function isUnicast(address: Address): boolean {
  const bytes = addressBytes(address);
  if (bytes.every((byte) => byte === 0)) return false;
  const first = bytes[0] ?? 0;
  return familyOf(address) === 'ipv6' ? first !== 0xff : first < 224 && first !== 0;
}

/** Whether this is an IPv6 link-local address (fe80::/10), which the kernel refuses as a destination. */
export function isLinkLocalIpv6(address: Address): boolean {
  const bytes = addressBytes(address);
  return bytes.length === 16 && bytes[0] === 0xfe && ((bytes[1] ?? 0) & 0xc0) === 0x80;
}

/** An order that people expect in a list: IPv4 before IPv6, then by number. */
export function compareAddresses(a: Address, b: Address): number {
  const left = addressBytes(a);
  const right = addressBytes(b);
  if (left.length !== right.length) return left.length - right.length;
  for (const [index, byte] of left.entries()) {
    const difference = byte - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** `10.0.0.4:80` or `[fd00::1]:80`, as ipvsadm(8) reads and prints it. */
export const socketText = (address: Address, port: number): string =>
  familyOf(address) === 'ipv6' ? `[${address}]:${port}` : `${address}:${port}`;

/** Digit by digit: tables of thousands of addresses are parsed several times over when a file is read. */
function ipv4Bytes(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(4);
  let part = 0;
  let digits = 0;
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit === -2 && digits > 0 && part < 3) {
      bytes[part++] = value;
      digits = 0;
      value = 0;
      continue;
    }
    const leadsWithZero = digits > 0 && value === 0;
    value = value * 10 + digit;
    digits++;
    if (digit < 0 || digit > 9 || leadsWithZero || value > 255) return undefined;
  }
  if (part !== 3 || digits === 0) return undefined;
  bytes[3] = value;
  return bytes;
}

function ipv6Bytes(text: string): Uint8Array | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const head = ipv6Groups(halves[0] ?? '', halves.length === 1);
  const tail = halves.length === 2 ? ipv6Groups(halves[1] ?? '', true) : [];
  if (!head || !tail) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...head, ...Array<number>(missing).fill(0), ...tail];
  return Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 0xff]));
}

function ipv6Groups(text: string, mayEndInIpv4: boolean): number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(part)) {
      groups.push(Number.parseInt(part, 16));
      continue;
    }
    const ipv4 = mayEndInIpv4 && index === parts.length - 1 ? ipv4Bytes(part) : undefined;
    if (!ipv4) return undefined;
    groups.push(((ipv4[0] ?? 0) << 8) | (ipv4[1] ?? 0), ((ipv4[2] ?? 0) << 8) | (ipv4[3] ?? 0));
  }
  return groups;
}

function ipv6Text(bytes: Uint8Array): string {
  const groups = Array.from({ length: 8 }, (_, index) => ((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0));
  const zeros = longestZeroRun(groups);
  // inet_ntop(3) writes the last four bytes of ::a.b.c.d and ::ffff:a.b.c.d in decimal, and so ipvsadm does.
  const ipv4Tail = zeros.start === 0 && (zeros.length === 6 || (zeros.length === 5 && groups[5] === 0xffff));
  const written = groups.map((group) => group.toString(16));
  if (ipv4Tail) written.splice(6, 2, bytes.slice(12).join('.'));
  if (zeros.length < 2) return written.join(':');
  return `${written.slice(0, zeros.start).join(':')}::${written.slice(zeros.start + zeros.length).join(':')}`;
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < groups.length; start++) {
    let length = 0;
    while (groups[start + length] === 0) length++;
    if (length > best.length) best = { start, length };
  }
  return best;
}
