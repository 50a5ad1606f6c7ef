import { type Address, parseAddress } from '../../lvs/address.ts';
import type { Refusal } from '../refusals.ts';
import { portOf } from '../service-ports.ts';

/** `HOST[:PORT]`; the port is null where none is written. */
export type SocketArgument =
  | { readonly ok: true; readonly address: Address; readonly port: number | null }
  | ({ readonly ok: false } & Refusal);

const refused = (code: Refusal['code'], about: string): SocketArgument => ({ ok: false, code, about });

/**
 * The address and port of `-t`, `-u`, `--sctp-service` and `-r` (ipvsadm.c, `parse_service`): `10.0.0.4:80`,
 * `10.0.0.4:http`, `10.0.0.4`, `[fd00::4]:80`, `fd00::4`.
 *
 * A host's name is refused, because what it resolved to on the director isn't known here.
 */
export function parseSocketArgument(text: string): SocketArgument {
  // One colon is that of a port.
  const bare = /^[^:]*:[^:]*$/.test(text) ? undefined : parseAddress(text);
  if (bare?.ok) return { ok: true, address: bare.value, port: null };
  const parts = /^(?:\[([^\]]*)\]|([^:]*)):([^:]*)$/.exec(text);
  const host = parts?.[1] ?? parts?.[2] ?? text;
  const address = parseAddress(host);
  if (!address.ok) return refused(isHostName(host) ? 'host-name' : 'address-invalid', text);
  const port = portOf(parts?.[3] ?? '');
  return port === undefined ? refused('port-unknown', text) : { ok: true, address: address.value, port };
}

/** Whether it may be a name: labels of letters, digits, dashes, and not all of them numbers. */
const isHostName = (text: string): boolean => /^[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?$/i.test(text) && /[a-z]/i.test(text);
