/** What a release looks at: what is now, of its servers and of the directors. */
export interface ReleaseWorld {
  readonly directors: readonly DirectorWorld[];
  /** Services that the wave, when it leaves now, would bring below the guard. Worked out at the step `guard` alone. */
  readonly belowGuard: readonly string[];
  readonly rollout: boolean;
  readonly servers: Readonly<Record<string, ServerWorld>>;
  readonly findings: readonly FindingWorld[];
}

export interface DirectorWorld {
  readonly name: string;
  /** Whether its link stands and its numbers are known now. */
  readonly heard: boolean;
  /** Whether its newest intent failed there or was refused. */
  readonly failed: boolean;
  /** Whether it has the newest intent, and was observed since. */
  readonly inStep: boolean;
}

export interface ServerWorld {
  /** False when the definition hasn't got what the release would drain. */
  readonly defined: boolean;
  /** Whether operators' drains have all of it out that the release would drain. */
  readonly takenOut: boolean;
  /** Whether every drain of the release for it stands. */
  readonly ordered: boolean;
  /** Whether a drain or a ramp of the release lies over it. */
  readonly overlaid: boolean;
  /** Whether each director's kernel has it out: weight 0 or not there. Never while one of them is not heard. */
  readonly out: boolean;
  /** Whether nothing is left of it on any of them, as the drain's settings count. */
  readonly drained: boolean;
  /** Whether each director that is heard has it with the weight that it should have now. */
  readonly back: boolean;
  readonly checks: ServerChecks | null;
}

/** Null where none of its destinations has a check. */
export interface ServerChecks {
  /** The least number of passes since the step began, of all destinations on all directors that are heard. */
  readonly passes: number;
  /** Whether one of them failed its last check and counts as failing. */
  readonly failing: boolean;
}

export interface FindingWorld {
  readonly id: string;
  readonly code: string;
  readonly director: string;
  readonly severity: 'critical' | 'warning' | 'notice';
  /** Whether it is about one of the release's services. */
  readonly concerns: boolean;
}
