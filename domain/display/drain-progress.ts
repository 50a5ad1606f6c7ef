import type { DeadlineAction, DrainMode } from '../overlay/overlay.ts';

/**
 * How far a drain is: written and not yet with the director; with it and not yet in its kernel; in the kernel, and no
 * numbers from after that yet; connections are left; none is; some are, and its time is over.
 */
export const drainPhases = [
  'requested',
  'sent',
  'confirmed',
  'draining',
  'drained',
  'past-deadline',
  /** The director hasn't been heard for too long to say. */
  'unknown',
] as const;
export type DrainPhase = (typeof drainPhases)[number];

/** A destination, or a real server, on its way out. Null is unknown, never 0. */
export interface DrainProgress {
  readonly phase: DrainPhase;
  /** The most forceful of several reasons' modes. */
  readonly mode: DrainMode;
  readonly activeConn: number | null;
  readonly persistConn: number | null;
  /** How what is left changes, a minute; negative when falling, null when there is too little to say. */
  readonly perMinute: number | null;
  /** Seconds until it is drained if it goes on like that; null when it doesn't fall. */
  readonly etaSeconds: number | null;
  /** When the oldest reason began, in milliseconds since 1970 on the console's clock. */
  readonly since: number;
  /** The earliest of several. */
  readonly deadline: number | null;
  readonly atDeadline: DeadlineAction;
  /** True when it is drained as soon as ActiveConn is 0. */
  readonly ignoresPersistence: boolean;
  /** Of the overlays that make it. */
  readonly ids: readonly string[];
  readonly reasons: readonly string[];
}

/** A destination, or a real server, on its way back. */
export interface ReturnProgress {
  /** `awaiting-checks`: still out, until so many fresh checks passed. `ramp`: its weight rises. */
  readonly phase: 'awaiting-checks' | 'ramp';
  /** Thousandths of the written weight that it has; null while it waits for checks. */
  readonly share: number | null;
  readonly passingNeeded: number | null;
  /** When it began and, for a ramp, when the written weight stands again: milliseconds since 1970. */
  readonly since: number;
  readonly until: number | null;
}
