import type { Definition } from '../definition/definition.ts';
import { desiredTable } from '../desired/desired-table.ts';
import type { AcceptedDrift } from '../drift/accepted-drift.ts';
import { serviceKeyText } from '../lvs/service-key.ts';
import type { Overlay } from '../overlay/overlay.ts';
import { guardBreaches } from './guard.ts';
import type { GuardBreach } from './guard-breach.ts';

/**
 * The virtual services that overlays keep below the guard although no administrator let them.
 *
 * It looks at one moment alone and needs no memory: the definition as written against the same with its overlays. So
 * every director comes to the same answer, whatever intents it missed. An overlay with `overGuard` lets all stand that
 * is laid over its services.
 */
export function uncoveredBreaches(
  definition: Definition,
  overlays: readonly Overlay[],
  accepted: readonly AcceptedDrift[] = [],
): GuardBreach[] {
  const { leastServing, leastWeightPercent } = definition.settings.guard;
  if (overlays.length === 0 || (leastServing === 0 && leastWeightPercent === 0)) return [];
  const withAll = desiredTable(definition, overlays, accepted);
  const breaches = guardBreaches(desiredTable(definition, [], accepted), withAll);
  if (breaches.length === 0) return [];
  const covered = new Set(
    withAll.services
      .filter((service) => [...service.destinations, ...service.cut].some(({ outBy }) => outBy.some(isOverGuard)))
      .map(({ key }) => serviceKeyText(key)),
  );
  return breaches.filter(({ service }) => !covered.has(service));
}

const isOverGuard = (overlay: Overlay): boolean => overlay.overGuard;

/**
 * The overlays with `overGuard` on those that would keep a service below its guard, for a change that was let through.
 *
 * A drain that was fine when it began may stand below a guard that was written later, or over what another drain had
 * kept out too: directors must not refuse what the console has decided.
 */
export function vouchedOverlays(
  definition: Definition,
  overlays: readonly Overlay[],
  accepted: readonly (readonly AcceptedDrift[])[] = [[]],
): readonly Overlay[] {
  const needed = new Set(
    accepted.flatMap((own) => uncoveredBreaches(definition, overlays, own).map(({ service }) => service)),
  );
  if (needed.size === 0) return overlays;
  const { services } = desiredTable(definition, overlays);
  const ids = new Set(
    services
      .filter(({ key }) => needed.has(serviceKeyText(key)))
      .flatMap(({ destinations, cut }) => [...destinations, ...cut].flatMap(({ outBy }) => outBy.map(({ id }) => id))),
  );
  return overlays.map((overlay) =>
    ids.has(overlay.id) && !overlay.overGuard ? { ...overlay, overGuard: true } : overlay,
  );
}
