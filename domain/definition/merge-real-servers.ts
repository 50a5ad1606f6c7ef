import type { Address } from '../lvs/address.ts';
import type { ClashJudge, Sides } from './clash.ts';
import type { RealServer } from './definition.ts';
import { mostLabels } from './labels.ts';
import { mergedOrder, mergeKeyed } from './merge-keyed.ts';

/**
 * The names of both sides, address by address, as a real server is nothing but a name for addresses.
 *
 * So an address never gets two names, whatever was merged.
 */
export function mergeRealServers(judge: ClashJudge, lists: Sides<readonly RealServer[]>): RealServer[] {
  const named = { base: namings(lists.base), mine: namings(lists.mine), theirs: namings(lists.theirs) };
  const merged = mergeKeyed(
    named,
    ({ address }) => address,
    (sides) => {
      const address = (sides.theirs ?? sides.mine)?.address;
      if (!address) return undefined;
      const place = { what: 'real-server', service: null, destination: null, name: address } as const;
      return sides[judge.sideOf(place, 'name', sides, ({ name }) => name)];
    },
  );
  const labels = mergedLabels(lists);
  const addresses = Map.groupBy(merged, ({ name }) => name);
  const names = (list: readonly RealServer[]) => list.map((server) => server.name);
  return mergedOrder({ base: names(lists.base), mine: names(lists.mine), theirs: names(lists.theirs) }).flatMap(
    (name) => {
      const all = addresses.get(name);
      const own = all?.map(({ address }) => address);
      return own ? { name, addresses: own, labels: labels(own) } : [];
    },
  );
}

/**
 * Gives the labels of a real server with these addresses: all that a side put on, without what a side took off.
 *
 * Address by address, so that a label follows a real server to another name.
 */
function mergedLabels(lists: Sides<readonly RealServer[]>): (addresses: readonly Address[]) => string[] {
  const [base, mine, theirs] = [labelled(lists.base), labelled(lists.mine), labelled(lists.theirs)];
  return (addresses) => {
    const takenOff = (label: string, address: Address) =>
      base.get(address)?.includes(label) &&
      [mine, theirs].some((side) => side.has(address) && !side.get(address)?.includes(label));
    const all = addresses.flatMap((address) => [...(theirs.get(address) ?? []), ...(mine.get(address) ?? [])]);
    return [...new Set(all)]
      .filter((label) => !addresses.some((address) => takenOff(label, address)))
      .slice(0, mostLabels);
  };
}

const labelled = (servers: readonly RealServer[]): ReadonlyMap<Address, readonly string[]> =>
  new Map(servers.flatMap(({ addresses, labels }) => addresses.map((address) => [address, labels])));

interface Naming {
  readonly address: Address;
  readonly name: string;
}

const namings = (servers: readonly RealServer[]): Naming[] =>
  servers.flatMap(({ name, addresses }) => addresses.map((address) => ({ address, name })));
