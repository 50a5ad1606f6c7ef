import { ipvsadmLine } from '../../domain/plan/ipvsadm-line.ts';
import { isTableAction, type Step } from '../../domain/plan/plan.ts';
import type { StepResult } from '../../domain/wire/messages.ts';
import type { Kernel, Refusal } from '../ipvs/kernel.ts';
import { NetlinkError } from '../netlink/netlink-error.ts';
import { batchesOf } from './batches.ts';

type Writable = Pick<Kernel, 'write' | 'writeSetting'>;

/** Results that are told at once. */
const resultsATime = 1000;

/**
 * Runs steps on the kernel in their order and gives what became of each; stops after the group in which one failed.
 *
 * Writes nothing when there are no steps. `onResults` hears of every step in order, after the last one ran: the kernel
 * takes 10,000 in less time than it takes to tell of them.
 */
export async function applySteps(
  kernel: Writable,
  steps: readonly Step[],
  onResults: (results: readonly StepResult[]) => void,
): Promise<StepResult[]> {
  const outcomes: (Refusal | null)[] = [];
  for (const batch of batchesOf(steps)) {
    const ended = await outcomesOf(kernel, batch);
    for (const outcome of ended) outcomes.push(outcome);
    if (ended.some((error) => error !== null)) break;
  }
  const results = steps.map((step, index): StepResult => {
    const error = outcomes[index];
    const line = ipvsadmLine(step);
    if (error === undefined) return { index, line, outcome: 'skipped', error: null };
    return { index, line, outcome: error ? 'failed' : 'applied', error: error && textOf(error) };
  });
  for (let at = 0; at < results.length; at += resultsATime) onResults(results.slice(at, at + resultsATime));
  return results;
}

/** A socket that failed tells nothing of what the kernel did: each step of the group counts as failed. */
async function outcomesOf(kernel: Writable, batch: readonly Step[]): Promise<readonly (Refusal | null)[]> {
  const [first] = batch;
  if (first && !isTableAction(first)) return [await kernel.writeSetting(first)];
  try {
    return await kernel.write(batch.filter(isTableAction));
  } catch (error) {
    if (error instanceof NetlinkError) return batch.map(() => error);
    throw error;
  }
}

const textOf = (error: Refusal): string =>
  error.extendedAck ? `${error.errnoName}: ${error.extendedAck}` : error.errnoName;
