import { type ConnectionScheduler, type ScheduledDestination, takesConnections } from './scheduled-destination.ts';

/** In turn, whatever the weights are, but for those at 0 (`ip_vs_rr.c`). */
export function rr(destinations: readonly ScheduledDestination[]): ConnectionScheduler {
  let last: ScheduledDestination | null = null;
  return {
    choose: () => {
      const start = last ? destinations.indexOf(last) + 1 : 0;
      for (let step = 0; step < destinations.length; step++) {
        const destination = destinations[(start + step) % destinations.length];
        if (destination && takesConnections(destination)) {
          last = destination;
          return destination;
        }
      }
      return null;
    },
    changed: () => {},
  };
}
