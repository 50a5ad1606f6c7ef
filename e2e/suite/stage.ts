/** One part of the suite. */
export interface Stage {
  /** As `--only` takes it. */
  name: string;
  /** The heading. */
  title: string;
  run: () => Promise<StageOutcome>;
}

export interface StageOutcome {
  passed: number;
  failed: number;
  skipped: number;
  /** For a person to read: what failed and how, or why something could not be run. */
  details: string;
}

export const onePassed: StageOutcome = { passed: 1, failed: 0, skipped: 0, details: '' };

export function oneFailed(details: string): StageOutcome {
  return { passed: 0, failed: 1, skipped: 0, details };
}

/** A stage that this machine can't run. */
export function oneSkipped(reason: string): StageOutcome {
  return { passed: 0, failed: 0, skipped: 1, details: `SKIPPED: ${reason}` };
}

/** The outcomes of several as one. */
export function together(outcomes: readonly StageOutcome[]): StageOutcome {
  const sum = (count: (outcome: StageOutcome) => number) => outcomes.reduce((total, one) => total + count(one), 0);
  return {
    passed: sum((one) => one.passed),
    failed: sum((one) => one.failed),
    skipped: sum((one) => one.skipped),
    details: outcomes
      .map((one) => one.details)
      .filter((text) => text !== '')
      .join('\n'),
  };
}
