import type { StepResult } from '../../domain/wire/messages.ts';

/** Results kept of one apply; a failed step is kept beyond it, the rest is counted by the apply's total. */
export const keptSteps = 500;

/** The results of an apply with more of them, one for each step, in the steps' order, and bounded. */
export function stepsAfter(known: readonly StepResult[], more: readonly StepResult[]): StepResult[] {
  const byIndex = new Map([...known, ...more].map((result) => [result.index, result]));
  return [...byIndex.values()]
    .sort((a, b) => a.index - b.index)
    .filter((result, position) => position < keptSteps || result.outcome === 'failed')
    .slice(0, keptSteps * 2);
}
