import type { Due } from '../../domain/drains/due-drains.ts';
import { rampSteps } from '../../domain/overlay/ramp-steps.ts';
import { targetText } from '../../domain/overlay/target-text.ts';
import type { Entry } from '../audit/entry.ts';

/** What the audit log tells of something that time made due. */
export function dueEntry(due: Due): Entry {
  if ('drain' in due) {
    const { drain, kind } = due;
    const { reason, target, release } = drain;
    const about = { action: 'drain.deadline' as const, resource: targetText(target), reason, release };
    return { ...about, before: drain, after: kind === 'cut' ? { ...drain, mode: 'cut' } : { atDeadline: kind } };
  }
  const { target, reason, over, step, passingNeeded } = due.returning;
  const about = { action: 'drain.return' as const, resource: targetText(target), reason };
  if (due.kind === 'passed') return { ...about, before: { passingNeeded }, after: { passed: passingNeeded } };
  const { shares } = rampSteps(over ?? 0);
  return { ...about, before: { share: shares[step] ?? null }, after: { share: shares[due.step] ?? 1000 } };
}
