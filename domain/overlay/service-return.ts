import type { DestinationKeyText } from '../lvs/destination-key.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';
import type { DrainTarget } from './overlay.ts';
import { rampSteps } from './ramp-steps.ts';
import { targetText } from './target-text.ts';

/**
 * A target that operators bring back to service: still drained until its checks pass, or ramped.
 *
 * Times are milliseconds since 1970 on the console's clock.
 */
export interface ServiceReturn {
  /** Of the ramp's overlay, once there is one. */
  readonly id: string;
  readonly target: DrainTarget;
  readonly phase: 'awaiting-checks' | 'ramp';
  /** Seconds that its ramp takes; null for at once. */
  readonly over: number | null;
  /** Fresh checks in a row that must pass on every director, where there is a check; null for none. */
  readonly passingNeeded: number | null;
  readonly since: number;
  /** The ramp's step that stands, from 0, and when it was written. */
  readonly step: number;
  readonly steppedAt: number | null;
  readonly reason: string;
  readonly by: string;
}

/** When the written weight stands again; null while that can't be said. */
export function returnedAt({ over, step, steppedAt }: ServiceReturn): number | null {
  if (over === null || steppedAt === null) return null;
  const { every, shares } = rampSteps(over);
  return steppedAt + (shares.length - step) * every * 1000;
}

/** Gives what is on its way back by where it is. */
export interface ReturnsByTarget {
  /** Over its whole real server, or over it alone: the one that is least far. */
  of(service: ServiceKeyText, destination: DestinationKeyText, realServer: string): ServiceReturn | null;
}

export function returnsByTarget(returns: readonly ServiceReturn[]): ReturnsByTarget {
  if (returns.length === 0) return { of: () => null };
  const byTarget = Map.groupBy(returns, ({ target }) => targetText(target));
  return {
    of: (service, destination, realServer) => {
      const all = [...(byTarget.get(realServer) ?? []), ...(byTarget.get(`${service} ${destination}`) ?? [])];
      return all.find(({ phase }) => phase === 'awaiting-checks') ?? all[0] ?? null;
    },
  };
}
