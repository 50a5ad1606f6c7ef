import type { Guard } from '../definition/settings.ts';
import type { ServiceKeyText } from '../lvs/service-key.ts';

/** What serves in a virtual service. */
export interface Capacity {
  /** Destinations with a weight above 0. */
  readonly serving: number;
  /** Share of the written weight that serves, 0–100. */
  readonly weightPercent: number;
}

/** A virtual service that a change would bring below its guard, or further below. */
export interface GuardBreach {
  readonly service: ServiceKeyText;
  readonly name: string;
  readonly before: Capacity;
  readonly after: Capacity;
  readonly guard: Guard;
}
