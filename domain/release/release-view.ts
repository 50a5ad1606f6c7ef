import type { Problem } from '../definition/change.ts';
import type { ReleaseActions } from './release-actions.ts';
import type { ReleaseEntry } from './release-event.ts';
import type { ReleasePlan } from './release-plan.ts';
import type { ReleaseState, ReleaseStatus, ReleaseStep, ServerPhase } from './release-state.ts';

/** A release as its page shows it. */
export interface ReleaseView {
  /** When the console made it, in milliseconds since 1970 on its clock: ages count from there. */
  readonly at: number;
  readonly plan: ReleasePlan;
  readonly state: ReleaseState;
  readonly startedBy: string;
  readonly startedAt: number;
  readonly reason: string;
  readonly waves: readonly ReleaseWaveView[];
  /** Oldest first; the newest 500. */
  readonly entries: readonly ReleaseEntry[];
  /** What people can do with it now, and why they can't do the rest. */
  readonly actions: ReleaseActions;
  /** `VIP:port` at which the wave's servers can be tried now; null when none stands. */
  readonly testing: string | null;
}

export interface ReleaseWaveView {
  readonly name: string;
  readonly standing: 'to-come' | 'current' | 'done' | 'skipped';
  readonly servers: readonly ReleaseServerView[];
}

export interface ReleaseServerView {
  readonly name: string;
  readonly phase: ServerPhase;
  readonly since: number;
  /** Summed over its destinations on the director where that is most; null when not known. */
  readonly activeConn: number | null;
  readonly persistConn: number | null;
  /** Checks: how many of its destinations pass and fail now; null where none has a check. */
  readonly checks: { readonly passing: number; readonly failing: number; readonly of: number } | null;
  /** Operators' drains of it: it stays out after the release returned it. */
  readonly takenOutBy: readonly string[];
}

/** A release in a line, as a cluster's page has it. */
export interface ReleaseBrief {
  readonly id: string;
  readonly reason: string;
  readonly status: ReleaseStatus;
  readonly step: ReleaseStep;
  /** From 0. */
  readonly wave: number;
  readonly waves: number;
  readonly halt: ReleaseState['halt'];
  readonly stepSince: number;
  readonly endedAt: number | null;
}

/** A release in a list. */
export interface ReleaseRow {
  readonly id: string;
  readonly cluster: string;
  readonly status: ReleaseStatus;
  readonly step: ReleaseStep;
  /** From 0. */
  readonly wave: number;
  readonly waves: number;
  readonly servers: number;
  readonly startedBy: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly reason: string;
  readonly halt: ReleaseState['halt'];
}

/** What a release would do, when. Nothing is written. */
export type ReleaseForecast =
  | { readonly ok: false; readonly problems: readonly Problem[] }
  | {
      readonly ok: true;
      readonly waves: readonly ForecastWave[];
      /** Servers that an operator has out: left out of the release, or waited for. */
      readonly takenOut: readonly { readonly server: string; readonly by: string; readonly reason: string }[];
      /** Most servers out at once. */
      readonly limit: number;
      /** Directors that are not heard now: the release goes on without looking at them. */
      readonly unheard: readonly string[];
      /** Milliseconds from its start to its end, with what is assumed. */
      readonly took: number;
      /** Whether it needs an administrator who lets it go below the guard. */
      readonly belowGuard: boolean;
      /** The name that must be typed, where a wave leaves a service without a server; null when it needn't. */
      readonly confirm: string | null;
    };

export interface ForecastWave {
  readonly name: string;
  readonly servers: readonly ForecastServer[];
  /** Services that the wave would leave with less than the guard demands. */
  readonly belowGuard: readonly string[];
  readonly steps: readonly ForecastStep[];
}

export interface ForecastServer {
  readonly name: string;
  /** Seconds until it is drained; null when nothing is known of its connections. */
  readonly drainSeconds: number | null;
  /** What that rests on: how long its connections last now, the persistence timeout, the mode, the deadline. */
  readonly from: 'stay' | 'persistence' | 'cut' | 'deadline' | 'unknown';
}

export interface ForecastStep {
  readonly step: ReleaseStep;
  /** Milliseconds from the release's start. */
  readonly from: number;
  readonly to: number;
}
