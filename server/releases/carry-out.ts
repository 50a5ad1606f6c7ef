import { desiredTable } from '../../domain/desired/desired-table.ts';
import { guardBreaches } from '../../domain/guard/guard.ts';
import type { Overlay } from '../../domain/overlay/overlay.ts';
import { targetText } from '../../domain/overlay/target-text.ts';
import { ordersOf } from '../../domain/release/orders-of.ts';
import { changesNothing, type OverlayChanges, overlayChanges } from '../../domain/release/overlay-changes.ts';
import type { Halt } from '../../domain/release/release-state.ts';
import { consoleActor } from '../audit/actor.ts';
import type { Entry } from '../audit/entry.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { addOverlays, endOverlays } from '../intents/store.ts';
import { writeIntent } from '../intents/write-intent.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import type { LiveRelease } from './live-release.ts';

/**
 * Brings the overlays to what a release orders, in one intent; nothing where they stand so. Gives why it may not.
 *
 * It compares and remembers nothing, so it may be called at any time, and again after a restart. To be called in the
 * cluster's turn.
 */
export async function carryOut(parts: ConsoleParts, cluster: LiveCluster, release: LiveRelease): Promise<Halt | null> {
  const { plan, state, reason, startedBy: by } = release;
  const orders = ordersOf(plan, state);
  if (!orders) return null;
  const at = parts.now();
  const { wanted } = cluster;
  const changes = overlayChanges(wanted, plan, orders, { by, reason, at });
  if (changesNothing(changes)) return null;
  const overlays = overlaysAfter(wanted.overlays, changes);
  const [before, after] = [wanted.overlays, overlays].map((all) => desiredTable(wanted.definition, all));
  const breaches = before && after && !plan.overGuard ? guardBreaches(before, after) : [];
  if (changes.starts.length > 0 && breaches.length > 0)
    return { kind: 'guard', services: breaches.map(({ name }) => name) };
  await writeIntent(parts, consoleActor, cluster, {
    next: { ...wanted, overlays, only: null },
    to: { kind: 'as-before', tryAgain: false },
    at,
    entry: entryOf(release, changes),
    write: async (tx, generation) => {
      const { starts, changes: changed, testsStart } = changes;
      await endOverlays(
        tx,
        gone(changes).map(({ id }) => id),
        consoleActor.name,
        at,
        generation,
      );
      await addOverlays(tx, cluster.id, [...changed, ...starts, ...testsStart], generation);
    },
  });
  return null;
}

/** Overlays that end, or end to begin again otherwise. */
const gone = ({ ends, changes, testsEnd }: OverlayChanges): Overlay[] => [...ends, ...changes, ...testsEnd];

function overlaysAfter(before: readonly Overlay[], changes: OverlayChanges): Overlay[] {
  const ids = new Set(gone(changes).map(({ id }) => id));
  return [...before.filter(({ id }) => !ids.has(id)), ...changes.changes, ...changes.starts, ...changes.testsStart];
}

function entryOf({ plan, reason }: LiveRelease, changes: OverlayChanges): Entry {
  const { starts, ends, changes: changed } = changes;
  const [action, about] =
    starts.length > 0
      ? (['drain.start', starts] as const)
      : ends.length > 0
        ? (['drain.end', ends] as const)
        : changed.length > 0
          ? (['release.step', changed] as const)
          : (['release.test', [...changes.testsStart, ...changes.testsEnd]] as const);
  return {
    ...{ action, reason, release: plan.id },
    resource: [...new Set(about.map(({ target }) => targetText(target)))].join(', '),
    before: nullIfNone(gone(changes)),
    after: nullIfNone([...starts, ...changed, ...changes.testsStart]),
  };
}

const nullIfNone = (overlays: readonly Overlay[]) => (overlays.length > 0 ? overlays : null);
