import type { Address } from '../lvs/address.ts';
import type { ClashJudge, Sides } from './clash.ts';
import type { RealServer } from './definition.ts';
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
  const addresses = Map.groupBy(merged, ({ name }) => name);
  const names = (list: readonly RealServer[]) => list.map((server) => server.name);
  return mergedOrder({ base: names(lists.base), mine: names(lists.mine), theirs: names(lists.theirs) }).flatMap(
    (name) => {
      const all = addresses.get(name);
      return all ? { name, addresses: all.map(({ address }) => address) } : [];
    },
  );
}

interface Naming {
  readonly address: Address;
  readonly name: string;
}

const namings = (servers: readonly RealServer[]): Naming[] =>
  servers.flatMap(({ name, addresses }) => addresses.map((address) => ({ address, name })));
