import type { Definition } from '../definition/definition.ts';
import { desiredTable } from '../desired/desired-table.ts';
import { type ServiceKeyText, serviceKeyText } from '../lvs/service-key.ts';
import type { Overlay } from '../overlay/overlay.ts';
import { type KernelState, planChanges } from '../plan/plan-changes.ts';
import type { AcceptedDrift } from './accepted-drift.ts';
import type { DriftItem } from './drift-item.ts';
import type { DriftSources } from './drift-sources.ts';

/** The sources of a drift on a director that owns every service. */
export function driftSources(
  definition: Definition,
  kernel: KernelState,
  overlays: readonly Overlay[] = [],
  accepted: readonly AcceptedDrift[] = [],
  owned: ReadonlySet<ServiceKeyText> = ownedOf(definition, kernel),
): DriftSources {
  const desired = desiredTable(definition, overlays, accepted);
  const plan = planChanges(desired, kernel, owned, new Set());
  return { definition, overlays, desired, lastApplied: null, kernel, plan };
}

export const ownedOf = (definition: Definition, kernel: KernelState): ReadonlySet<ServiceKeyText> =>
  new Set([...definition.services, ...kernel.services].map((service) => serviceKeyText(service.key)));

/** Items as they are when people have decided to leave them. */
export const ignored = (items: readonly DriftItem[]): AcceptedDrift[] =>
  items
    .flatMap(({ stands, alsoStands }) => [stands, ...alsoStands])
    .map((stands, at) => ({ id: `a${at}`, stands, reason: 'an experiment', by: 'ada', since: 0 }));
