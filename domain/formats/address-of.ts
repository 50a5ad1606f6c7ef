import { type Address, parseAddress } from '../lvs/address.ts';
import type { Refusal } from './refusals.ts';

export type AddressOf = { readonly ok: true; readonly address: Address } | ({ readonly ok: false } & Refusal);

/**
 * The address that a text is, or why it is none.
 *
 * A host's name is refused: what it means only the director's own resolver knows, and not always the same.
 */
export function addressOf(text: string): AddressOf {
  const parsed = parseAddress(text);
  if (parsed.ok) return { ok: true, address: parsed.value };
  const isName = /^[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?$/i.test(text) && /[a-z]/i.test(text) && !/^0x[0-9a-f]+$/i.test(text);
  return { ok: false, code: isName ? 'host-name' : 'address-invalid', about: text };
}
