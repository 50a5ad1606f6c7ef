import { type ConnectionScheduler, type ScheduledDestination, takesConnections } from './scheduled-destination.ts';

/** What the kernel counts as load: active connections 256 times as much as others (`ip_vs_dest_conn_overhead`). */
export const connectionOverhead = (destination: ScheduledDestination): number =>
  destination.activeConn * 256 + destination.inactConn;

/** The first of the least loaded for its weight, among those that take connections; null when none does. */
export function leastLoaded(
  destinations: Iterable<ScheduledDestination>,
  load: (destination: ScheduledDestination) => number,
): ScheduledDestination | null {
  let least: ScheduledDestination | null = null;
  for (const destination of destinations) {
    if (!takesConnections(destination)) continue;
    if (!least || load(least) * destination.weight > load(destination) * least.weight) least = destination;
  }
  return least;
}

type Destinations = readonly ScheduledDestination[];

const stateless = (choose: () => ScheduledDestination | null): ConnectionScheduler => ({ choose, changed: () => {} });

/** The fewest connections, whatever the weights are, but for those at 0 (`ip_vs_lc.c`). */
export const lc = (destinations: Destinations): ConnectionScheduler =>
  stateless(() => {
    let least: ScheduledDestination | null = null;
    for (const destination of destinations)
      if (takesConnections(destination) && (!least || connectionOverhead(destination) < connectionOverhead(least)))
        least = destination;
    return least;
  });

/** The fewest connections for the weight (`ip_vs_wlc.c`). */
export const wlc = (destinations: Destinations): ConnectionScheduler =>
  stateless(() => leastLoaded(destinations, connectionOverhead));

/** Counts the connection that is about to come, so that a weight of 2 is worth waiting for (`ip_vs_sed.c`). */
const expectedDelay = (destination: ScheduledDestination): number => destination.activeConn + 1;

/** The shortest expected delay: active connections and this one, for the weight (`ip_vs_sed.c`). */
export const sed = (destinations: Destinations): ConnectionScheduler =>
  stateless(() => leastLoaded(destinations, expectedDelay));

/** The first idle one, else the shortest expected delay (`ip_vs_nq.c`). */
export const nq = (destinations: Destinations): ConnectionScheduler =>
  stateless(
    () =>
      destinations.find((destination) => takesConnections(destination) && destination.activeConn === 0) ??
      leastLoaded(destinations, expectedDelay),
  );
