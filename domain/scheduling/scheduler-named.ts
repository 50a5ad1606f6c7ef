import type { SchedulerFlag } from '../lvs/scheduler.ts';
import { fo, ovf } from './by-weight.ts';
import { dh } from './dh.ts';
import { lblc, lblcr } from './lblc.ts';
import { lc, nq, sed, wlc } from './least-load.ts';
import { mh } from './mh.ts';
import { rr } from './rr.ts';
import type { ConnectionScheduler, ScheduledDestination } from './scheduled-destination.ts';
import { sh } from './sh.ts';
import { wrr } from './wrr.ts';

/** The schedulers that can be replayed: all but `twos`, which throws dice. */
const makers = { rr, wrr, lc, wlc, sed, nq, sh, dh, mh, lblc, lblcr, fo, ovf };

export type ReplayableScheduler = keyof typeof makers;

export const replayableSchedulers = Object.keys(makers) as ReplayableScheduler[];

/**
 * A scheduler of that name over destinations in the kernel's order, as the kernel starts it.
 *
 * It looks at the destinations themselves: who changes their numbers changes what it chooses.
 */
export const schedulerNamed = (
  name: ReplayableScheduler,
  destinations: readonly ScheduledDestination[],
  flags: readonly SchedulerFlag[] = [],
): ConnectionScheduler => makers[name](destinations, flags);
