import { gcdOfWeights } from './gcd-of-weights.ts';
import type { ConnectionScheduler, ScheduledDestination } from './scheduled-destination.ts';

/**
 * In turn by weight, as the kernel walks it (`ip_vs_wrr.c`): a threshold goes down from the highest weight by the
 * weights' shared divisor, and each round takes every destination that reaches it.
 *
 * So the heaviest get several in a row first: 3 and 1 give A A A B, not A A B A.
 */
export function wrr(destinations: readonly ScheduledDestination[]): ConnectionScheduler {
  /** Where the walk stands; -1 is before the first. */
  let at = -1;
  let divisor = 1;
  let highest = 0;
  let threshold = 0;

  const changedTo = (standing: readonly ScheduledDestination[]): void => {
    const weights = standing.map((destination) => destination.weight);
    at = -1;
    divisor = gcdOfWeights(weights) || 1;
    highest = Math.max(0, ...weights) - (divisor - 1);
    if (threshold > highest || threshold <= 0) threshold = Math.max(0, highest);
    else if (divisor > 1) threshold = Math.floor(threshold / divisor) * divisor + 1;
  };
  // They were added one by one, the last one first in the list, and each of them left its trace in the threshold.
  for (let from = destinations.length - 1; from >= 0; from--) changedTo(destinations.slice(from));

  return {
    changed: () => changedTo(destinations),
    choose: () => {
      if (highest <= 0) return null;
      const last = at;
      let lastPass = false;
      let restarted = false;
      let stop = -1;
      for (let index = at; ; index = -1) {
        while (++index < destinations.length) {
          const destination = destinations[index];
          if (destination && !destination.overloaded && destination.weight >= threshold) {
            at = index;
            return destination;
          }
          if (index === stop) return null;
        }
        threshold -= divisor;
        if (threshold <= 0) {
          threshold = highest;
          if (lastPass || last < 0) return null;
          restarted = true;
        }
        lastPass = threshold <= divisor;
        if (lastPass && restarted && last >= 0) stop = last;
      }
    },
  };
}
