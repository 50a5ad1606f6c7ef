import type { AuditAction } from '../../domain/audit/audit-row.ts';
import type { Guard } from '../../domain/definition/settings.ts';
import { breachesOnDirectors } from '../../domain/guard/breaches-on-directors.ts';
import type { GuardBreach } from '../../domain/guard/guard-breach.ts';
import type { Actor } from '../audit/actor.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { LiveCluster, Wanted } from '../live/live-cluster.ts';
import { AppError } from '../trpc/app-error.ts';

/** Who wants to do what, and why: what the audit log keeps when it is refused. */
export interface Guarded {
  readonly action: AuditAction;
  readonly resource: string | null;
  readonly reason: string | null;
  /** Goes below the guard; for administrators only. */
  readonly overGuard: boolean;
}

/**
 * What a change breaches of the capacity guard, when it may be done: nothing, or an administrator goes below it.
 *
 * Otherwise it throws GUARD with the services and their numbers, or FORBIDDEN, and the audit log keeps the denial. Only
 * administrators loosen the guard itself.
 */
export async function guarded(
  parts: ConsoleParts,
  actor: Actor,
  cluster: LiveCluster,
  next: Omit<Wanted, 'generation'>,
  asked: Guarded,
): Promise<readonly GuardBreach[]> {
  const { record, wanted } = cluster;
  const mayLoosen = actor.role === 'administrator';
  const deny = async (error: AppError, after: unknown) => {
    const { action, resource, reason } = asked;
    const denied = { action, resource, reason, after, cluster: cluster.name, outcome: 'denied' as const };
    await recorded(parts.db, parts.now(), actor, async () => ({ value: undefined, entries: [denied] }));
    return error;
  };
  const [was, becomes] = [wanted.definition.settings.guard, next.definition.settings.guard];
  if (!mayLoosen && isLooser(becomes, was))
    throw await deny(new AppError('FORBIDDEN', 'Only an administrator loosens the capacity guard.'), becomes);
  const breaches = breachesOnDirectors(record, { ...record, ...next });
  if (breaches.length === 0) return [];
  if (!asked.overGuard) {
    const text = breaches.map(({ name }) => name).join(', ');
    throw await deny(
      new AppError('GUARD', `Too little would be left serving: ${text}.`, { guard: breaches }),
      breaches,
    );
  }
  if (!mayLoosen) throw await deny(new AppError('FORBIDDEN', 'Only an administrator goes below the guard.'), breaches);
  return breaches;
}

const isLooser = (a: Guard, b: Guard): boolean =>
  a.leastServing < b.leastServing || a.leastWeightPercent < b.leastWeightPercent;
