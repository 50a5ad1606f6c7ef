import type { DesiredTable } from '../desired/desired-table.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import { capacityOf, stricter } from './capacity.ts';
import type { GuardBreach } from './guard-breach.ts';

/**
 * The virtual services that a change brings below the cluster's guard, or further below it.
 *
 * A service that comes or goes as a whole is not brought anywhere. The stricter of both guards counts, so that no
 * change loosens the guard that it would breach.
 */
export function guardBreaches(before: DesiredTable, after: DesiredTable): GuardBreach[] {
  const guard = stricter(before.settings.guard, after.settings.guard);
  if (guard.leastServing === 0 && guard.leastWeightPercent === 0) return [];
  const was = new Map(before.services.map((service) => [serviceKeyText(service.key), service]));
  return after.services.flatMap((service): GuardBreach[] => {
    const key = serviceKeyText(service.key);
    const old = was.get(key);
    if (!old) return [];
    const [had, has] = [capacityOf(old), capacityOf(service, old)];
    const short =
      (has.serving < guard.leastServing && has.serving < had.serving) ||
      (has.weightPercent < guard.leastWeightPercent && has.weightPercent < had.weightPercent);
    return short ? [{ service: key, name: service.name, before: had, after: has, guard }] : [];
  });
}
