import { desiredTable } from '../desired/desired-table.ts';
import { desiredByDirector } from '../display/desired-of.ts';
import type { ClusterRecord } from '../display/records.ts';
import { guardBreaches } from './guard.ts';
import type { GuardBreach } from './guard-breach.ts';

/**
 * The virtual services that a change brings below the guard on any director, each as it is where that is worst.
 *
 * `after` is the cluster as the change would leave it; what a failed check keeps out serves on neither side. A cluster
 * without directors is judged by its definition.
 */
export function breachesOnDirectors(before: ClusterRecord, after: ClusterRecord): GuardBreach[] {
  const defined = ({ definition, overlays }: ClusterRecord) => desiredTable(definition, overlays);
  if (before.directors.length === 0) return guardBreaches(defined(before), defined(after));
  const wasOn = desiredByDirector(before);
  const becomesOn = desiredByDirector(after.revision === before.revision ? after : { ...after, heldBack: null });
  const all = before.directors.flatMap((record) => guardBreaches(wasOn(record).table, becomesOn(record).table));
  const worst = new Map<string, GuardBreach>();
  for (const breach of all) {
    const known = worst.get(breach.service);
    if (!known || breach.after.serving < known.after.serving) worst.set(breach.service, breach);
  }
  return [...worst.values()];
}
