import { type Address, addressBytes, addressFromBytes, familyOf } from '../../lvs/address.ts';
import type { ForwardingMethod } from '../../lvs/forwarding-method.ts';
import { addressOf } from '../address-of.ts';
import type { DraftDestination } from '../draft-service.ts';
import { leftOut, onLine } from '../note.ts';
import type { Note, NoteCode } from '../read-file.ts';
import { portOf } from '../service-ports.ts';
import { type Statement, statementText } from './statement.ts';

/** What a `real` line says. `port` is null where it has none. */
export interface Real {
  readonly destinations: readonly (Omit<DraftDestination, 'port'> & { readonly port: number | null })[];
  readonly notes: readonly Note[];
}

const methods: Readonly<Record<string, ForwardingMethod>> = {
  gate: 'direct-routing',
  masq: 'masquerading',
  ipip: 'tunneling',
};

/** Addresses that one range may stand for: as many as a service may have destinations. */
const longestRange = 1000;

/** Reads `real = IP[->IP][:PORT] gate|masq|ipip [WEIGHT] ["REQUEST", "RECEIVE"]`; a range is one destination each. */
export function readReal(statement: Statement): Real {
  const at = onLine(statement.line);
  const refuse = (code: NoteCode, about = statementText(statement)): Real => ({
    destinations: [],
    notes: [leftOut(at, code, about)],
  });
  const [target = '', method = '', ...rest] = statement.value.split(/\s+/);
  if (method === '') return refuse('value-missing', 'gate, masq, ipip');
  const forwarding = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (!forwarding) return refuse('forwarding-unknown', method);
  const parsed = readTarget(target);
  if (!parsed.ok) return refuse(parsed.code, parsed.about);
  const weight = /^\d+$/.test(rest[0] ?? '') ? Number(rest.shift()) : 1;
  const pair = rest.join(' ');
  if (pair !== '' && !/^".*"[, ]\s*".*"$/.test(pair)) return refuse('value-invalid', pair);
  const { addresses, port } = parsed;
  return {
    destinations: addresses.map((address) => ({ ...at, serverName: null, address, port, forwarding, weight })),
    notes: pair === '' ? [] : [leftOut(at, 'no-checks', pair)],
  };
}

type Target =
  | { readonly ok: true; readonly addresses: readonly Address[]; readonly port: number | null }
  | { readonly ok: false; readonly code: NoteCode; readonly about: string };

function readTarget(text: string): Target {
  const parts = /^(\[[^\]]*\]|[^:[\]>]*?)(?:->(\[[^\]]*\]|[^:[\]>]*))?(?::([^:]*))?$/.exec(text);
  const [, from = '', to, portText] = parts ?? [];
  const port = portText === undefined ? null : portOf(portText);
  if (!parts || from === '') return { ok: false, code: 'address-invalid', about: text };
  if (port === undefined) return { ok: false, code: 'port-unknown', about: text };
  const first = addressOf(withoutBrackets(from));
  if (!first.ok) return first;
  const last = to === undefined ? first : addressOf(withoutBrackets(to));
  if (!last.ok) return last;
  const addresses = rangeOf(first.address, last.address);
  if (addresses === 'too-many') return { ok: false, code: 'too-many', about: String(longestRange) };
  return addresses ? { ok: true, addresses, port } : { ok: false, code: 'value-invalid', about: text };
}

const withoutBrackets = (text: string): string => (/^\[.*\]$/.test(text) ? text.slice(1, -1) : text);

/** All addresses from one to the other. Null if the last is before the first, or they are not of IPv4. */
function rangeOf(first: Address, last: Address): Address[] | 'too-many' | null {
  if (first === last) return [first];
  if (familyOf(first) === 'ipv6' || familyOf(last) === 'ipv6') return null;
  const start = numberOf(first);
  const count = numberOf(last) - start + 1;
  if (count < 1) return null;
  if (count > longestRange) return 'too-many';
  return Array.from({ length: count }, (_, index) => addressOfNumber(start + index));
}

const numberOf = (address: Address): number => addressBytes(address).reduce((sum, byte) => sum * 256 + byte, 0);

const addressOfNumber = (number: number): Address =>
  addressFromBytes(Uint8Array.of(number >>> 24, (number >>> 16) & 0xff, (number >>> 8) & 0xff, number & 0xff));
