import { ok, type Result, refused } from '../result.ts';
import { type Address, parseAddress, socketText } from './address.ts';

/** What makes a destination that one and no other inside its virtual service. */
export interface DestinationKey {
  readonly address: Address;
  readonly port: number;
}

/** `10.0.0.21:80`, so that equal destinations are equal strings. */
export type DestinationKeyText = string & { readonly __destinationKey: unique symbol };

export const destinationKeyText = (key: DestinationKey): DestinationKeyText =>
  socketText(key.address, key.port) as DestinationKeyText;

/** The destination that a text of `destinationKeyText` names. */
export function parseDestinationKey(text: string): Result<DestinationKey> {
  const parts = /^(?:\[([^\]]+)\]|([^:\]]+)):(\d{1,5})$/.exec(text);
  const port = Number(parts?.[3]);
  if (!parts || port > 65535) return refused(`“${text}” is not a destination such as 10.0.0.21:80`);
  const address = parseAddress(parts[1] ?? parts[2] ?? '');
  return address.ok ? ok({ address: address.value, port }) : address;
}
