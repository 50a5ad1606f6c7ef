import type { SchedulerFlag } from '../lvs/scheduler.ts';
import { foldedAddress, hash32 } from './hash-address.ts';
import {
  type Arrival,
  type ConnectionScheduler,
  type ScheduledDestination,
  takesConnections,
} from './scheduled-destination.ts';

/** CONFIG_IP_VS_SH_TAB_BITS as kernels are built. */
const tableBits = 8;
const tableSize = 1 << tableBits;

/**
 * By the client's address, and its port with the flag `port` (`ip_vs_sh.c`).
 *
 * A destination at weight 0 keeps one place in each round of the table: its clients get nothing without the flag
 * `fallback`, which looks on from there.
 */
export function sh(
  destinations: readonly ScheduledDestination[],
  flags: readonly SchedulerFlag[],
): ConnectionScheduler {
  let table: readonly (ScheduledDestination | null)[] = [];
  const changed = (): void => {
    table = tableByWeight(destinations);
  };
  changed();
  const placeOf = ({ client, clientPort }: Arrival, offset: number): number => {
    const port = flags.includes('port') ? clientPort : 0;
    return (offset + hash32((port + foldedAddress(client)) >>> 0, tableBits)) & (tableSize - 1);
  };
  return {
    changed,
    choose: (arrival) => {
      const first = placeOf(arrival, 0);
      const chosen = table[first] ?? null;
      if (!chosen || takesConnections(chosen)) return chosen;
      if (!flags.includes('fallback')) return null;
      for (let offset = 0; offset < tableSize; offset++) {
        const next = table[placeOf(arrival, (offset + first) % tableSize)];
        if (!next) return null;
        if (takesConnections(next)) return next;
      }
      return null;
    },
  };
}

function tableByWeight(destinations: readonly ScheduledDestination[]): (ScheduledDestination | null)[] {
  let index = 0;
  let placed = 0;
  return Array.from({ length: tableSize }, () => {
    const destination = destinations[index % destinations.length] ?? null;
    if (destination && ++placed >= destination.weight) {
      index++;
      placed = 0;
    }
    return destination;
  });
}
