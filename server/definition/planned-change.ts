import { applyChange, type Change, type Problem } from '../../domain/definition/change.ts';
import type { Definition } from '../../domain/definition/definition.ts';
import { type ServiceKeyText, serviceKeyText } from '../../domain/lvs/service-key.ts';
import { type DrainsAfterChange, drainsAfterChange } from '../../domain/overlay/drains-after-change.ts';
import type { LiveCluster, Wanted } from '../live/live-cluster.ts';
import { fitsIntent } from './fits-intent.ts';

type Planned =
  | { readonly ok: false; readonly problems: readonly Problem[] }
  | { readonly ok: true; readonly next: Omit<Wanted, 'generation'>; readonly drains: DrainsAfterChange };

/** What a cluster would be wanted to be after a change, or what is wrong with it. Nothing is written. */
export function plannedChange(cluster: LiveCluster, change: Change, takeOver: readonly ServiceKeyText[]): Planned {
  const { definition, overlays, revision } = cluster.wanted;
  const changed = applyChange(definition, change);
  if (!changed.ok) return changed;
  if (!fitsIntent(changed.definition)) return { ok: false, problems: [{ path: [], message: 'definition-too-large' }] };
  const drains = drainsAfterChange(definition, changed.definition, overlays, change);
  if (drains.lost.length > 0)
    return { ok: false, problems: drains.lost.map((lost) => ({ path: [lost], message: 'drain-would-end' })) };
  const unknown = takeOver.filter((key) => !keysOf(changed.definition).has(key));
  if (unknown.length > 0)
    return { ok: false, problems: unknown.map((key) => ({ path: ['takeOver', key], message: 'service-unknown' })) };
  const next = {
    revision: revision + 1,
    definition: changed.definition,
    overlays: drains.kept,
    takeOver: takeOverAfter(cluster, changed.definition, takeOver),
  };
  return { ok: true, next, drains };
}

/**
 * What was taken over once stays so while it is defined: a director that was away when it was said hears of it later.
 */
function takeOverAfter(cluster: LiveCluster, definition: Definition, more: readonly ServiceKeyText[]) {
  const defined = keysOf(definition);
  return new Set([...cluster.wanted.takeOver, ...more].filter((key) => defined.has(key)));
}

const keysOf = (definition: Definition): ReadonlySet<ServiceKeyText> =>
  new Set(definition.services.map((service) => serviceKeyText(service.key)));
