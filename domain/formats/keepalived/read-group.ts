import type { Address, AddressFamily } from '../../lvs/address.ts';
import { addressOf } from '../address-of.ts';
import { type Lines, leftOut } from '../note.ts';
import type { Note } from '../read-file.ts';
import { portOf } from '../service-ports.ts';
import { addressesOf } from './address-range.ts';
import { type Directive, directiveText } from './directive.ts';
import { reasonOf } from './reason-of.ts';

/** What a virtual_server stands for: addresses with a port, or a firewall mark. */
export type Target = Lines &
  (
    | { readonly kind: 'address'; readonly address: Address; readonly port: number }
    /** The family is null where only the real servers tell of it. */
    | { readonly kind: 'fwmark'; readonly fwmark: number; readonly family: AddressFamily | null }
  );

/**
 * The targets of a `virtual_server_group`, ranges of addresses one by one; at most `most`.
 *
 * An entry that is none has a note, and so have those that are too many.
 */
export function readGroup(group: Directive, most: number, notes: Note[]): Target[] {
  const targets: Target[] = [];
  for (const entry of group.body ?? []) {
    const lines = { line: entry.line, lastLine: entry.line };
    const [word, family] = entry.words;
    if (entry.name === 'fwmark') {
      const fwmark = fwmarkOf(word);
      if (fwmark === undefined) notes.push(leftOut(entry, 'fwmark-out-of-range', directiveText(entry)));
      else targets.push({ ...lines, kind: 'fwmark', fwmark, family: familyOfWord(family) });
      continue;
    }
    const port = word === undefined ? 0 : portOf(word);
    const addresses = addressesOf(entry.name, most + 1);
    if (!addresses) {
      const address = addressOf(entry.name);
      const reason = reasonOf(entry.name);
      const isDirective = reason !== 'directive-unknown';
      notes.push(leftOut(entry, isDirective || address.ok ? reason : address.code, directiveText(entry)));
    } else if (port === undefined) notes.push(leftOut(entry, 'port-unknown', directiveText(entry)));
    else if (targets.length + addresses.length > most) notes.push(leftOut(entry, 'too-many', String(most)));
    else targets.push(...addresses.map((address): Target => ({ ...lines, kind: 'address', address, port })));
  }
  return targets;
}

/** A firewall mark as keepalived reads it, in decimal; 0 is none. */
export function fwmarkOf(word = ''): number | undefined {
  const fwmark = /^\d{1,10}$/.test(word) ? Number(word) : 0;
  return fwmark >= 1 && fwmark <= 0xffffffff ? fwmark : undefined;
}

const familyOfWord = (word: string | undefined): AddressFamily | null =>
  word === 'inet6' ? 'ipv6' : word === 'inet' ? 'ipv4' : null;
