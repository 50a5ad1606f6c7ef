import { ok, type Result, refused } from '../result.ts';
import { type Address, type AddressFamily, familyOf, parseAddress, socketText } from './address.ts';
import { type Protocol, protocols } from './protocol.ts';

/** What makes a virtual service that one and no other, in the kernel and here. */
export type ServiceKey =
  | { readonly kind: 'address'; readonly protocol: Protocol; readonly address: Address; readonly port: number }
  | { readonly kind: 'fwmark'; readonly fwmark: number; readonly family: AddressFamily };

/** A service key as one text (`TCP 10.0.0.4:80`, `FWM 1`, `FWM 1 IPv6`), so that equal keys are equal strings. */
export type ServiceKeyText = string & { readonly __serviceKey: unique symbol };

export function serviceKeyText(key: ServiceKey): ServiceKeyText {
  if (key.kind === 'address') return `${key.protocol} ${socketText(key.address, key.port)}` as ServiceKeyText;
  return `FWM ${key.fwmark}${key.family === 'ipv6' ? ' IPv6' : ''}` as ServiceKeyText;
}

export const familyOfService = (key: ServiceKey): AddressFamily =>
  key.kind === 'address' ? familyOf(key.address) : key.family;

/** The key that a text of `serviceKeyText` names; case and the canonical form of the address don't matter. */
export function parseServiceKey(text: string): Result<ServiceKey> {
  const mark = /^FWM (\d{1,10})( IPv6)?$/i.exec(text);
  if (mark) {
    const fwmark = Number(mark[1]);
    if (fwmark < 1 || fwmark > 0xffffffff) return refused(`fwmark ${fwmark} is outside 1–4294967295`);
    return ok({ kind: 'fwmark', fwmark, family: mark[2] ? 'ipv6' : 'ipv4' });
  }
  const parts = /^([A-Z]+) (?:\[([^\]]+)\]|([^:\]]+)):(\d{1,5})$/i.exec(text);
  const protocol = protocols.find((name) => name === parts?.[1]?.toUpperCase());
  const port = Number(parts?.[4]);
  if (!parts || !protocol || port > 65535) return refused(`“${text}” is not a virtual service such as TCP 10.0.0.4:80`);
  const address = parseAddress(parts[2] ?? parts[3] ?? '');
  return address.ok ? ok({ kind: 'address', protocol, address: address.value, port }) : address;
}

/** A service key as a path segment of a URL (`tcp-10.0.0.4-80`, `fwm-1`, `fwm6-1`), readable and without escapes. */
export function serviceKeySlug(key: ServiceKey): string {
  if (key.kind === 'fwmark') return `${key.family === 'ipv6' ? 'fwm6' : 'fwm'}-${key.fwmark}`;
  return `${key.protocol.toLowerCase()}-${key.address.replaceAll(':', '_')}-${key.port}`;
}

/** The key that a path segment of `serviceKeySlug` names. */
export function parseServiceKeySlug(slug: string): Result<ServiceKey> {
  const [kind = '', middle = '', port = ''] = slug.split('-');
  if (kind === 'fwm') return parseServiceKey(`FWM ${middle}`);
  if (kind === 'fwm6') return parseServiceKey(`FWM ${middle} IPv6`);
  const address = middle.replaceAll('_', ':');
  return parseServiceKey(`${kind} ${address.includes(':') ? `[${address}]` : address}:${port}`);
}
