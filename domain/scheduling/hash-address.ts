import { type Address, addressBytes } from '../lvs/address.ts';

/** An address as one number of 32 bits: IPv6's four words are XORed, as sh, dh, mh and lblc do. */
export function foldedAddress(address: Address): number {
  const bytes = addressBytes(address);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let folded = 0;
  for (let at = 0; at < bytes.byteLength; at += 4) folded ^= view.getUint32(at);
  return folded >>> 0;
}

/** The kernel's `hash_32` (include/linux/hash.h): the highest `bits` of a product with the golden ratio. */
export const hash32 = (value: number, bits: number): number => Math.imul(value, 0x61c88647) >>> (32 - bits);
