import { applyChange, type Change, type Problem } from '../../domain/definition/change.ts';
import type { Definition } from '../../domain/definition/definition.ts';
import { type ServiceKeyText, serviceKeyText } from '../../domain/lvs/service-key.ts';
import { drainsAfterChange } from '../../domain/overlay/drains-after-change.ts';
import type { Overlay } from '../../domain/overlay/overlay.ts';
import { endsTemplates, sendsElsewhere, statesTemplates } from '../../domain/overlay/settings-laid-over.ts';
import { isDefined } from '../drains/targets.ts';
import type { LiveCluster, Wanted } from '../live/live-cluster.ts';
import { fitsIntent } from './fits-intent.ts';

type Planned =
  | { readonly ok: false; readonly problems: readonly Problem[] }
  | { readonly ok: true; readonly next: Omit<Wanted, 'generation'>; readonly ended: readonly Overlay[] };

/**
 * What a cluster would be wanted to be after a change, or what is wrong with it, with the drains that end.
 *
 * With `someWait` a drain of what only waiting directors have goes on, or it would serve there again. Nothing is
 * written.
 */
export function plannedChange(
  cluster: LiveCluster,
  change: Change,
  takeOver: readonly ServiceKeyText[],
  someWait: boolean,
): Planned {
  const { definition, overlays, revision } = cluster.wanted;
  const changed = applyChange(definition, change);
  if (!changed.ok) return changed;
  if (!fitsIntent(changed.definition)) return { ok: false, problems: [{ path: [], message: 'definition-too-large' }] };
  const drains = cluster.definitions.map((has) => drainsAfterChange(has, changed.definition, overlays, change));
  const lost = new Set(drains.flatMap((after) => after.lost));
  if (lost.size > 0)
    return { ok: false, problems: [...lost].map((one) => ({ path: [one], message: 'drain-would-end' })) };
  // What a drain lies over goes back to what the definition states: it has to say something until the drain is over.
  if (
    overlays.some(sendsElsewhere) &&
    statesTemplates(definition.settings) &&
    !statesTemplates(changed.definition.settings)
  )
    return { ok: false, problems: [{ path: ['settings', 'sysctls', endsTemplates], message: 'drain-needs-it' }] };
  const unknown = takeOver.filter((key) => !keysOf(changed.definition).has(key));
  if (unknown.length > 0)
    return { ok: false, problems: unknown.map((key) => ({ path: ['takeOver', key], message: 'service-unknown' })) };
  const kept = cluster.rollout?.previous.definition ?? definition;
  const ended = (drains[0]?.ended ?? []).filter(({ target }) => !(someWait && isDefined(kept, target)));
  const next = {
    revision: revision + 1,
    definition: changed.definition,
    overlays: overlays.filter((overlay) => !ended.includes(overlay)),
    takeOver: takeOverAfter(cluster, changed.definition, takeOver),
    only: null,
  };
  return { ok: true, next, ended };
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
