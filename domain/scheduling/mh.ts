import type { Address } from '../lvs/address.ts';
import type { SchedulerFlag } from '../lvs/scheduler.ts';
import { gcdOfWeights } from './gcd-of-weights.ts';
import { foldedAddress } from './hash-address.ts';
import { type ConnectionScheduler, type ScheduledDestination, takesConnections } from './scheduled-destination.ts';
import { hsiphash32 } from './siphash.ts';

/** CONFIG_IP_VS_MH_TAB_INDEX 12 as kernels are built: the prime under 2^12, and six bits of weight. */
const tableSize = 4093;
const weightBits = 6;

/** `generate_hash_secret`: the same on every director, so that all choose alike. */
const firstKey = 2654435761n;
const secondKey = 2654446892n;

const hashOf = (address: Address, port: number, key: bigint, offset: number): number =>
  hsiphash32((offset + port + foldedAddress(address)) >>> 0, key);

/**
 * By the client's address, and its port with the flag `port`, over a Maglev table that moves few clients when a
 * destination comes or goes (`ip_vs_mh.c`).
 *
 * The table is made by the last weight above 0, so weight 0 moves nobody else: the clients of that destination get
 * nothing without the flag `fallback`.
 */
export function mh(
  destinations: readonly ScheduledDestination[],
  flags: readonly SchedulerFlag[],
): ConnectionScheduler {
  let table: readonly ScheduledDestination[] = [];
  const changed = (): void => {
    table = maglevTable(destinations);
  };
  changed();
  return {
    changed,
    choose: ({ client, clientPort }) => {
      const port = flags.includes('port') ? clientPort : 0;
      const placeOf = (offset: number) => hashOf(client, port, firstKey, offset) % tableSize;
      const first = placeOf(0);
      const chosen = table[first] ?? null;
      if (!chosen || takesConnections(chosen)) return chosen;
      if (!flags.includes('fallback')) return null;
      for (let offset = 0; offset < tableSize; offset++) {
        const next = table[placeOf((offset + first) % tableSize)];
        if (next && takesConnections(next)) return next;
      }
      return null;
    },
  };
}

interface Turns {
  readonly destination: ScheduledDestination;
  readonly skip: number;
  readonly turns: number;
  place: number;
}

function maglevTable(destinations: readonly ScheduledDestination[]): ScheduledDestination[] {
  const divisor = gcdOfWeights(destinations.map((destination) => destination.lastWeight));
  if (divisor < 1) return [];
  const highest = Math.max(...destinations.map((destination) => destination.lastWeight)) / divisor;
  const shift = Math.max(0, 32 - Math.clz32(highest) - weightBits);
  const all = destinations
    .map((destination): Turns => {
      const { address, port, lastWeight } = destination;
      return {
        destination,
        place: hashOf(address, port, firstKey, 0) % tableSize,
        skip: (hashOf(address, port, secondKey, 0) % (tableSize - 1)) + 1,
        turns: (lastWeight / divisor) >>> shift || (lastWeight === 0 ? 0 : 1),
      };
    })
    .filter(({ turns }) => turns > 0);
  const table: ScheduledDestination[] = new Array(tableSize);
  for (let filled = 0; ; ) {
    for (const one of all) {
      for (let turn = 0; turn < one.turns; turn++) {
        while (table[one.place]) one.place = (one.place + one.skip) % tableSize;
        table[one.place] = one.destination;
        if (++filled === tableSize) return table;
      }
    }
  }
}
