import { type Address, addressBytes, addressFromBytes, parseAddress } from '../../lvs/address.ts';

/**
 * The addresses of a range of a virtual_server_group, in order and at most `most`: `192.168.200.3-10` (a last part, in
 * hexadecimal for IPv6), `192.168.200.250-192.168.201.10`, `192.168.202.8/29`, or one address. Undefined if it is none.
 */
export function addressesOf(text: string, most: number): Address[] | undefined {
  const [, start = '', separator, end = ''] = /^([^-/]*)(?:([-/])(.+))?$/.exec(text) ?? [];
  const parsed = parseAddress(start);
  if (!parsed.ok) return undefined;
  const first = numberOf(parsed.value);
  const last =
    separator === undefined ? first : separator === '/' ? lastOfPrefix(parsed.value, end) : lastOf(parsed.value, end);
  if (last === undefined || last < first) return undefined;
  const length = addressBytes(parsed.value).length;
  const count = last - first >= BigInt(most) ? most : Number(last - first) + 1;
  return Array.from({ length: count }, (_, index) => addressAt(first + BigInt(index), length));
}

/** Of a prefix the addresses from the one that is written on, as keepalived has it. */
function lastOfPrefix(start: Address, prefix: string): bigint | undefined {
  const bits = addressBytes(start).length * 8;
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > bits) return undefined;
  return numberOf(start) | ((1n << BigInt(bits - Number(prefix))) - 1n);
}

function lastOf(start: Address, end: string): bigint | undefined {
  const whole = parseAddress(end);
  if (whole.ok) return whole.value.includes(':') === start.includes(':') ? numberOf(whole.value) : undefined;
  const isIpv6 = start.includes(':');
  if (!(isIpv6 ? /^[0-9a-f]{1,4}$/i : /^\d{1,3}$/).test(end)) return undefined;
  const part = Number.parseInt(end, isIpv6 ? 16 : 10);
  const size = isIpv6 ? 16n : 8n;
  return part < 2 ** Number(size) ? ((numberOf(start) >> size) << size) | BigInt(part) : undefined;
}

const numberOf = (address: Address): bigint =>
  addressBytes(address).reduce((number, byte) => (number << 8n) | BigInt(byte), 0n);

const addressAt = (number: bigint, length: number): Address =>
  addressFromBytes(
    Uint8Array.from({ length }, (_, index) => Number((number >> BigInt((length - 1 - index) * 8)) & 0xffn)),
  );
