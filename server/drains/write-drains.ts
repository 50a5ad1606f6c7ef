import type { StatedSysctl } from '../../domain/display/drain-preview.ts';
import { targetText } from '../../domain/overlay/target-text.ts';
import type { Actor } from '../audit/actor.ts';
import type { Entry } from '../audit/entry.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { addOverlays, endOverlays } from '../intents/store.ts';
import { writeIntent } from '../intents/write-intent.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import { addRevision } from '../revisions/store.ts';
import { nextWith } from './next-with.ts';
import type { OverlayChange } from './planned-drain.ts';
import { putReturns } from './store.ts';

interface Told {
  readonly entry: Entry;
  readonly also?: readonly Entry[];
}

/**
 * Writes what becomes of overlays and returns as one intent, with its audit entry; gives its generation.
 *
 * Where a setting has to be stated first, that is the next revision, in the same transaction and intent, and it has an
 * entry of its own. To be called in the cluster's turn.
 */
export function writeDrains(
  parts: ConsoleParts,
  actor: Actor,
  cluster: LiveCluster,
  { overlays, ended, added, returnsEnded, returnsAdded }: OverlayChange,
  states: StatedSysctl | null,
  at: number,
  { entry, also = [] }: Told,
): Promise<number> {
  const before = cluster.wanted;
  const next = nextWith(before, overlays, states);
  const gone = new Set(returnsEnded.map(({ id }) => id));
  const kept = cluster.returns.filter(({ id }) => !gone.has(id));
  const reason = entry.reason ?? '';
  const stated: Entry = {
    ...{ action: 'definition.apply', resource: 'settings', reason },
    ...{ before: before.definition.settings, after: next.definition.settings },
  };
  return writeIntent(parts, actor, cluster, {
    next,
    to: states ? { kind: 'all' } : { kind: 'as-before', tryAgain: false },
    at,
    entry,
    also: states ? [stated, ...also] : also,
    write: async (tx, generation) => {
      if (states) {
        const { revision: number, definition } = next;
        await addRevision(tx, cluster.id, before.definition, { number, definition, author: actor.name, reason, at });
      }
      const ids = ended.map(({ id }) => id);
      await endOverlays(tx, ids, actor.name, at, generation);
      await addOverlays(tx, cluster.id, added, generation);
      await putReturns(tx, cluster.id, [...gone], returnsAdded);
    },
    written: () => {
      cluster.returns = [...kept, ...returnsAdded];
    },
  });
}

/** The targets as the audit log names them. */
export const namedTargets = (targets: readonly Parameters<typeof targetText>[0][]): string =>
  [...new Set(targets.map(targetText))].join(', ');
