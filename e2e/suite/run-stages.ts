import { oneFailed, type Stage, type StageOutcome, together } from './stage.ts';

export interface SuiteOptions {
  stages: readonly Stage[];
  /** In CI whatever can't be run has failed. */
  isCi: boolean;
  write: (text: string) => void;
  /** Milliseconds, for the times that are shown. */
  now: () => number;
}

/** Runs every stage, also after one that failed or broke; the last line written is `N passed, N failed[, N skipped]`. */
export async function runStages({ stages, isCi, write, now }: SuiteOptions): Promise<StageOutcome> {
  const outcomes: StageOutcome[] = [];
  for (const stage of stages) {
    write(`\n── ${stage.title}\n`);
    const started = now();
    const said = await stage.run().catch((error: Error) => oneFailed(error.stack ?? String(error)));
    const outcome = isCi ? { ...said, failed: said.failed + said.skipped, skipped: 0 } : said;
    outcomes.push(outcome);
    if (outcome.details !== '') write(`${outcome.details.trimEnd()}\n`);
    write(`   ${counts(outcome)} in ${((now() - started) / 1000).toFixed(1)} s\n`);
  }
  const total = together(outcomes);
  write(`\n${counts(total)}\n`);
  return total;
}

function counts({ passed, failed, skipped }: StageOutcome): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
