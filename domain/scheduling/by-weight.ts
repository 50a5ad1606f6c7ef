import { type ConnectionScheduler, type ScheduledDestination, takesConnections } from './scheduled-destination.ts';

/** All to the heaviest that is there (`ip_vs_fo.c`). */
export const fo = (destinations: readonly ScheduledDestination[]): ConnectionScheduler => ({
  choose: () => heaviest(destinations.filter(takesConnections)),
  changed: () => {},
});

/** The heaviest that has no more active connections than its weight: so it gets one more than that (`ip_vs_ovf.c`). */
export const ovf = (destinations: readonly ScheduledDestination[]): ConnectionScheduler => ({
  choose: () =>
    heaviest(
      destinations.filter(
        (destination) => takesConnections(destination) && destination.activeConn <= destination.weight,
      ),
    ),
  changed: () => {},
});

/** The first of those with the highest weight. */
const heaviest = (destinations: readonly ScheduledDestination[]): ScheduledDestination | null =>
  destinations.reduce<ScheduledDestination | null>(
    (best, destination) => (!best || destination.weight > best.weight ? destination : best),
    null,
  );
