import { breachesOnDirectors } from '../../domain/guard/breaches-on-directors.ts';
import type { Overlay } from '../../domain/overlay/overlay.ts';
import { targetText } from '../../domain/overlay/target-text.ts';
import { givenUp, ordersOf } from '../../domain/release/orders-of.ts';
import {
  changesNothing,
  noChanges,
  type OverlayChanges,
  overlayChanges,
} from '../../domain/release/overlay-changes.ts';
import type { Halt } from '../../domain/release/release-state.ts';
import { consoleActor } from '../audit/actor.ts';
import type { Entry } from '../audit/entry.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { nextWith } from '../drains/next-with.ts';
import { statedSysctl } from '../drains/stated-sysctl.ts';
import { namedTargets, writeDrains } from '../drains/write-drains.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import type { LiveRelease } from './live-release.ts';
import { rampsOf } from './ramps-of.ts';

/**
 * Brings the overlays to what a release orders, in one intent; nothing where they stand so. Gives why it may not.
 *
 * It compares and remembers nothing, so it may be called at any time, and again after a restart. To be called in the
 * cluster's turn.
 */
export async function carryOut(parts: ConsoleParts, cluster: LiveCluster, release: LiveRelease): Promise<Halt | null> {
  const at = parts.now();
  const { wanted } = cluster;
  const changes = changesFor(cluster, release, at);
  if (changesNothing(changes)) return null;
  const { starts, changes: changed, testsStart } = changes;
  const ended = gone(changes);
  const { added: ramps, returnsAdded } = rampsOf(cluster, release, changes.ends, at);
  const added = [...changed, ...starts, ...testsStart, ...ramps];
  const stated = statedSysctl(cluster, starts, at);
  if (!stated.ok) return { kind: 'refused', code: stated.problems[0]?.message ?? '', detail: '' };
  const ids = new Set(ended.map(({ id }) => id));
  const overlays = [...wanted.overlays.filter(({ id }) => !ids.has(id)), ...added];
  const next = nextWith(wanted, overlays, stated.states);
  const breaches = breachesOnDirectors(cluster.record, { ...cluster.record, ...next });
  // What returns to service is never kept from it.
  if (starts.length > 0 && breaches.length > 0 && !release.plan.overGuard)
    return { kind: 'guard', services: breaches.map(({ name }) => name) };
  const returnsEnded = cluster.returns.filter(({ id }) => ids.has(id));
  const change = { ok: true as const, overlays, ended, added, returnsEnded, returnsAdded };
  await writeDrains(parts, consoleActor, cluster, change, stated.states, at, { entry: entryOf(release, changes) });
  return null;
}

function changesFor(
  cluster: LiveCluster,
  { plan, state, reason, startedBy: by }: LiveRelease,
  at: number,
): OverlayChanges {
  const { wanted } = cluster;
  const orders = ordersOf(plan, state);
  const own = wanted.overlays.filter(({ release }) => release === plan.id);
  const up = new Set(givenUp(plan, state).map(targetText));
  if (!orders) return { ...noChanges, ends: own.filter(({ target }) => up.has(targetText(target))) };
  const changes = overlayChanges(wanted, plan, orders, { by, reason, at });
  // A ramp that nothing raises any more, because somebody drained its server meanwhile, would stay for ever.
  const rising = new Set(cluster.returns.map(({ id }) => id));
  const stuck = own.filter((one) => one.kind === 'ramp' && !rising.has(one.id) && !changes.ends.includes(one));
  return { ...changes, ends: [...changes.ends, ...stuck] };
}

/** Overlays that end, or end to begin again otherwise. */
function gone({ ends, changes, testsEnd }: OverlayChanges): Overlay[] {
  return [...ends, ...changes, ...testsEnd];
}

function entryOf({ plan, reason }: LiveRelease, changes: OverlayChanges): Entry {
  const { starts, ends, changes: changed, testsStart, testsEnd } = changes;
  const about: readonly [Entry['action'], readonly Overlay[]][] = [
    ['drain.start', starts],
    ['drain.end', ends],
    ['drain.change', changed],
    ['release.test', [...testsStart, ...testsEnd]],
  ];
  const [action, overlays] = about.find(([, all]) => all.length > 0) ?? ['release.test', []];
  return {
    ...{ action, reason, release: plan.id },
    resource: namedTargets(overlays.map(({ target }) => target)),
    before: nullIfNone(gone(changes)),
    after: nullIfNone([...starts, ...changed, ...testsStart]),
  };
}

const nullIfNone = (overlays: readonly Overlay[]) => (overlays.length > 0 ? overlays : null);
