import type { Due } from '../../domain/drains/due-drains.ts';
import { rampSteps } from '../../domain/overlay/ramp-steps.ts';
import { targetText } from '../../domain/overlay/target-text.ts';
import type { Entry } from '../audit/entry.ts';

type DueDrain = Extract<Due, { drain: unknown }>;
type DueReturn = Exclude<Due, DueDrain>;

/** What the audit log tells of what time made due: a row for each deadline, and one for all that go on alike. */
export function dueEntries(due: readonly Due[]): Entry[] {
  const deadlines = due.filter((one) => 'drain' in one);
  const returns = Map.groupBy(
    due.filter((one) => 'returning' in one),
    (one) => JSON.stringify([one.returning.reason, ...sharesOf(one)]),
  );
  return [...deadlines.map(deadlineEntry), ...[...returns.values()].flatMap(returnEntry)];
}

/** What became of a drain's deadline. */
export function deadlineEntry({ drain, kind }: DueDrain): Entry {
  const { target, reason, release } = drain;
  const about = { action: 'drain.deadline' as const, resource: targetText(target), reason, release };
  return { ...about, before: drain, after: { atDeadline: kind } };
}

function returnEntry(alike: readonly DueReturn[]): Entry[] {
  const [first] = alike;
  if (!first) return [];
  const [before, after] = sharesOf(first);
  const resource = alike.map(({ returning }) => targetText(returning.target)).join(', ');
  return [{ action: 'drain.return', resource, reason: first.returning.reason, before, after }];
}

/** What stood and what stands: checks that were waited for, or thousandths of the written weight. */
function sharesOf(due: DueReturn): readonly [object, object] {
  const { over, step, passingNeeded } = due.returning;
  if (due.kind === 'passed') return [{ passingNeeded }, { passed: passingNeeded }];
  const { shares } = rampSteps(over ?? 0);
  return [{ share: shares[step] ?? null }, { share: shares[due.step] ?? 1000 }];
}
