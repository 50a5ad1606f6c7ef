import { alarmEachSecond, enoughToSay, falseAlarmsPerWeek } from './false-alarm-rate.ts';
import { logEvidence, misplacedShare, sumOf } from './share-evidence.ts';
import type { Judgement } from './share-test.ts';

/** Part of the load (0–1) that must be misplaced for a skew to be worth saying. */
const worthSaying = 0.05;

/**
 * Whether the loads that stand now are by the promised shares, as effective numbers of connections.
 *
 * A scheduler that always takes the least loaded keeps loads closer together than chance would, so what chance hardly
 * gives it doesn't either. The same connections stand from second to second, so nothing is added up over time: the
 * chance of false alarms is spent on every second of a week alike (Boole's inequality).
 *
 * `seconds` is how long the service has stood as it stands; before `settles` nothing is said.
 */
export function judgedLoad(
  counts: readonly number[],
  shares: readonly number[],
  seconds: number,
  settles: number,
  chance = falseAlarmsPerWeek,
): Judgement {
  const connections = sumOf(counts);
  const alarm = alarmEachSecond(chance);
  const judged = (kind: Judgement['kind'], evidence = 0): Judgement => ({
    ...{ kind, counts: Float64Array.from(counts), connections, seconds },
    pValue: Math.min(1, Math.exp(-evidence)),
  });
  if (seconds < settles || shares.length < 2) return judged('too-little-traffic');
  if (misplacedShare(counts, shares) >= worthSaying) {
    const evidence = logEvidence(counts, shares);
    if (evidence >= alarm) return judged('skewed', evidence);
  }
  return judged(connections >= enoughToSay(alarm, shares.length) ? 'balanced' : 'too-little-traffic');
}
