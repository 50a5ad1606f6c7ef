import type { Address } from '../lvs/address.ts';
import { connectionOverhead, leastLoaded } from './least-load.ts';
import type { ConnectionScheduler, ScheduledDestination } from './scheduled-destination.ts';

type Destinations = readonly ScheduledDestination[];

/** More active connections than its weight, while another has less than half of its own (`is_overloaded`). */
const isBurdened = (destination: ScheduledDestination, destinations: Destinations): boolean =>
  destination.activeConn > destination.weight && destinations.some((other) => other.activeConn * 2 < other.weight);

/** The same destination for an address that clients go to, as long as it isn't burdened (`ip_vs_lblc.c`): for caches. */
export function lblc(destinations: Destinations): ConnectionScheduler {
  const remembered = new Map<Address, ScheduledDestination>();
  return {
    choose: ({ vip }) => {
      const known = remembered.get(vip);
      if (known && destinations.includes(known) && known.weight > 0 && !isBurdened(known, destinations)) return known;
      const chosen = leastLoaded(destinations, connectionOverhead);
      if (chosen) remembered.set(vip, chosen);
      return chosen;
    },
    changed: () => {},
  };
}

/**
 * As lblc with a set of destinations for each address, that grows when its least loaded is burdened (`ip_vs_lblcr.c`).
 *
 * The kernel takes the most loaded out of a set that has not changed for a day; a replay is shorter than that.
 */
export function lblcr(destinations: Destinations): ConnectionScheduler {
  const sets = new Map<Address, Set<ScheduledDestination>>();
  return {
    choose: ({ vip }) => {
      const set = sets.get(vip);
      const known = set && leastLoaded(inSet(set, destinations), connectionOverhead);
      if (known && !isBurdened(known, destinations)) return known;
      const chosen = leastLoaded(destinations, connectionOverhead);
      if (chosen) sets.set(vip, new Set([chosen, ...(set ?? [])]));
      return chosen;
    },
    changed: () => {},
  };
}

/** The newest first, as the kernel's list has them; those that are gone from the service are not looked at. */
const inSet = (set: ReadonlySet<ScheduledDestination>, destinations: Destinations): ScheduledDestination[] =>
  [...set].filter((destination) => destinations.includes(destination));
