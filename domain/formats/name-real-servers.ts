import type { RealServer } from '../definition/definition.ts';
import { type Address, parseAddress } from '../lvs/address.ts';
import type { DraftDestination } from './draft-service.ts';
import { onLine, remark } from './note.ts';
import type { Note } from './read-file.ts';
import { uniqueNames } from './unique-names.ts';

/** Most real servers that a definition may hold (`definitionSchema`). */
const maximumRealServers = 5000;

/**
 * The real servers that destinations name, each with one address, in the order of the file.
 *
 * One name on two addresses makes two real servers, because whether that is one machine only its operator knows; two
 * names on one address make one. Each such change has a remark.
 */
export function nameRealServers(destinations: readonly DraftDestination[]): {
  readonly realServers: RealServer[];
  readonly notes: readonly Note[];
} {
  const giveName = uniqueNames();
  const byAddress = new Map<Address, RealServer>();
  const notes: Note[] = [];
  for (const { serverName: wanted, address, line } of destinations) {
    if (wanted === null || isAddress(wanted, address)) continue;
    const standing = byAddress.get(address);
    if (!standing && byAddress.size >= maximumRealServers) {
      notes.push(remark(onLine(line), 'too-many', String(maximumRealServers)));
      continue;
    }
    const name = standing?.name ?? giveName(wanted, `server-${address.replaceAll(':', '_')}`).name;
    if (!standing) byAddress.set(address, { name, addresses: [address], labels: [] });
    if (name !== wanted) notes.push(remark(onLine(line), 'name-changed', `${wanted} → ${name}`));
  }
  return { realServers: [...byAddress.values()], notes };
}

/** A real server without a name stands for itself by its address; that is not a name to write down. */
function isAddress(name: string, address: Address): boolean {
  const parsed = parseAddress(name);
  return parsed.ok && parsed.value === address;
}
