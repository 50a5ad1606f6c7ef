/**
 * Where a release stands. `halted`: it starts nothing until people decide. `rolling-back`: everything returns to
 * service. `done` and `rolled-back` are the ends.
 */
export const releaseStatuses = ['running', 'halted', 'rolling-back', 'done', 'rolled-back'] as const;
export type ReleaseStatus = (typeof releaseStatuses)[number];

/**
 * What is done with a wave, in this order.
 *
 * `guard`: may it begin. `drain`: until each kernel confirmed. `wait`: until they are drained. `hold`: the deployment.
 * `verify`: checks. `return`: until each kernel has them back with their whole weight. `watch`: is all well.
 */
export const releaseSteps = ['guard', 'drain', 'wait', 'hold', 'verify', 'return', 'watch'] as const;
export type ReleaseStep = (typeof releaseSteps)[number];

/**
 * Where one server stands. `waiting`: in service, its wave is to come. `leaving`: ordered out. `draining`: each kernel
 * has it out. `drained`, `verified`: out and empty. `returning`: ordered back. `returned`, `skipped`: in service again,
 * or never taken out. `left-out`: an operator had it out. `gone`: it is not in the definition any more.
 */
export const serverPhases = [
  'waiting',
  'leaving',
  'draining',
  'drained',
  'verified',
  'returning',
  'returned',
  'skipped',
  'left-out',
  'gone',
] as const;
export type ServerPhase = (typeof serverPhases)[number];

export interface ServerState {
  readonly phase: ServerPhase;
  /** Milliseconds since 1970 on the console's clock. */
  readonly since: number;
}

/** Why a release halted by itself, or that somebody halted it. */
export type Halt =
  | { readonly kind: 'person'; readonly by: string; readonly reason: string }
  /** The wave would leave these services with less than the guard demands. */
  | { readonly kind: 'guard'; readonly services: readonly string[] }
  | { readonly kind: 'director-stale'; readonly directors: readonly string[] }
  /** An intent failed or was refused, or wasn't confirmed in time. */
  | { readonly kind: 'not-applied'; readonly directors: readonly string[] }
  | { readonly kind: 'past-deadline'; readonly servers: readonly string[] }
  /** The drains of these ended without the release: given up at their deadline. */
  | { readonly kind: 'gave-up'; readonly servers: readonly string[] }
  /** Checks that failed, or didn't pass often enough in time. */
  | { readonly kind: 'checks'; readonly servers: readonly string[] }
  | { readonly kind: 'finding'; readonly id: string; readonly code: string; readonly director: string }
  /** The console could not do what the step asks for. */
  | { readonly kind: 'refused'; readonly code: string; readonly detail: string };

/** Why a wave hasn't begun though nothing is wrong. */
export type WaitsFor =
  | { readonly kind: 'taken-out'; readonly servers: readonly string[] }
  /** A new revision is on its way by a first director. */
  | { readonly kind: 'rollout' };

/** All that a release is at a moment: the same for the same plan and events, in every replay. */
export interface ReleaseState {
  readonly status: ReleaseStatus;
  /** The wave that it is at, from 0. */
  readonly wave: number;
  readonly step: ReleaseStep;
  /** When the step began, or was begun again. Milliseconds since 1970 on the console's clock, as all times here. */
  readonly stepSince: number;
  /** Whether the servers that return were skipped, and so aren't watched. */
  readonly skipping: boolean;
  readonly servers: Readonly<Record<string, ServerState>>;
  /** When the drains of the wave are past their deadline; null for never. */
  readonly deadline: number | null;
  /** Whether the wave's drains cut what is left, because their deadline is over. */
  readonly cutting: boolean;
  /** How often the wave's drains were ordered, from 1: part of their overlays' names. */
  readonly attempt: number;
  readonly waitsFor: WaitsFor | null;
  readonly halt: Halt | null;
  /** Findings that people saw and went on with. */
  readonly acceptedFindings: readonly string[];
  readonly endedAt: number | null;
}
