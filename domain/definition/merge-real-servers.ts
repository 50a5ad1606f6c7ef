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
  const labels = mergedLabels(lists);
  const addresses = Map.groupBy(merged, ({ name }) => name);
  const names = (list: readonly RealServer[]) => list.map((server) => server.name);
  return mergedOrder({ base: names(lists.base), mine: names(lists.mine), theirs: names(lists.theirs) }).flatMap(
    (name) => {
      const all = addresses.get(name);
      return all ? { name, addresses: all.map(({ address }) => address), labels: labels(name) } : [];
    },
  );
}

/** Gives the labels of a real server: what one side put on or took off, the other may have left alone. */
function mergedLabels(lists: Sides<readonly RealServer[]>): (name: string) => string[] {
  const of = (list: readonly RealServer[]) => new Map(list.map(({ name, labels }) => [name, labels]));
  const sides = { base: of(lists.base), mine: of(lists.mine), theirs: of(lists.theirs) };
  return (name) => {
    const [base, mine, theirs] = [sides.base.get(name) ?? [], sides.mine.get(name) ?? [], sides.theirs.get(name) ?? []];
    const stays = (label: string) => !base.includes(label) || (mine.includes(label) && theirs.includes(label));
    return [...new Set([...theirs, ...mine])].filter(stays);
  };
}

interface Naming {
  readonly address: Address;
  readonly name: string;
}

const namings = (servers: readonly RealServer[]): Naming[] =>
  servers.flatMap(({ name, addresses }) => addresses.map((address) => ({ address, name })));
