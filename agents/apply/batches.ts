import { isTableAction, type Step } from '../../domain/plan/plan.ts';
import { mostMessagesInOneBatch } from '../netlink/netlink-connection.ts';

/**
 * The steps of a plan in the groups that go to the kernel at once.
 *
 * The kernel runs a whole group, also what comes after a failed step in it. So a step that takes capacity away (a
 * removal, a lower weight) never shares a group with an earlier one that gives some: were the new destination refused,
 * the old one must still be there. Whatever else ran after a failure is reported as what it was: applied, or failed.
 * A setting goes alone, because it takes another way to the kernel than the table.
 */
export function batchesOf(steps: readonly Step[]): Step[][] {
  const batches: Step[][] = [];
  let batch: Step[] = [];
  let gives = false;
  const end = () => {
    if (batch.length > 0) batches.push(batch);
    batch = [];
    gives = false;
  };
  for (const step of steps) {
    if (!isTableAction(step)) {
      end();
      batches.push([step]);
      continue;
    }
    if (batch.length === mostMessagesInOneBatch || (gives && takesAway(step))) end();
    batch.push(step);
    gives ||= !takesAway(step);
  }
  end();
  return batches;
}

function takesAway({ action, reason }: Step): boolean {
  if (action === 'remove-service' || action === 'remove-destination') return true;
  if (action !== 'change-destination' || reason.why !== 'differs') return false;
  return reason.differences.some(
    ({ field, kernel, desired }) => field === 'weight' && Number(desired) < Number(kernel),
  );
}
