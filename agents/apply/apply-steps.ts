import { ipvsadmLine } from '../../domain/plan/ipvsadm-line.ts';
import type { Step } from '../../domain/plan/plan.ts';
import type { StepResult } from '../../domain/wire/messages.ts';
import type { Kernel } from '../ipvs/kernel.ts';
import { NetlinkError } from '../netlink/netlink-error.ts';
import { batchesOf } from './batches.ts';

/**
 * Runs steps on the kernel in their order and gives what became of each; stops after the group in which one failed.
 *
 * `onResults` hears of each group as it ends, and of the skipped steps last. Writes nothing when there are no steps.
 */
export async function applySteps(
  kernel: Pick<Kernel, 'write'>,
  steps: readonly Step[],
  onResults: (results: readonly StepResult[]) => void,
): Promise<StepResult[]> {
  const results: StepResult[] = [];
  for (const batch of batchesOf(steps)) {
    const outcomes = await outcomesOf(kernel, batch);
    const ended = batch.map((step, index): StepResult => {
      const error = outcomes[index] ?? null;
      return {
        index: results.length + index,
        line: ipvsadmLine(step),
        outcome: error ? 'failed' : 'applied',
        error: error && textOf(error),
      };
    });
    for (const result of ended) results.push(result);
    onResults(ended);
    if (ended.some((result) => result.outcome === 'failed')) break;
  }
  const skipped = steps.slice(results.length).map(
    (step, index): StepResult => ({
      index: results.length + index,
      line: ipvsadmLine(step),
      outcome: 'skipped',
      error: null,
    }),
  );
  if (skipped.length > 0) onResults(skipped);
  return [...results, ...skipped];
}

/** A socket that failed tells nothing of what the kernel did: each step of the group counts as failed. */
async function outcomesOf(
  kernel: Pick<Kernel, 'write'>,
  batch: readonly Step[],
): Promise<readonly (NetlinkError | null)[]> {
  try {
    return await kernel.write(batch);
  } catch (error) {
    if (error instanceof NetlinkError) return batch.map(() => error);
    throw error;
  }
}

const textOf = (error: NetlinkError): string =>
  error.extendedAck ? `${error.errnoName}: ${error.extendedAck}` : error.errnoName;
