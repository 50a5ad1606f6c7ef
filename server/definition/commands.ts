import type { Problem } from '../../domain/definition/change.ts';
import type { Preview } from '../../domain/display/preview.ts';
import { previewOf } from '../../domain/display/preview-of.ts';
import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import type { AskedChange } from '../../domain/revision/asked-change.ts';
import type { Actor } from '../audit/actor.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { addRevision, endOverlays, newestRevision } from '../intents/store.ts';
import { writeIntent } from '../intents/write-intent.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import { invalid } from '../trpc/app-error.ts';
import { changedPart } from './changed-part.ts';
import { confirmed } from './confirmed.ts';
import { plannedChange } from './planned-change.ts';
import { resolvedChange } from './resolved-change.ts';

interface Asked {
  readonly cluster: string;
  /** The revision on which the form was opened. */
  readonly base: number;
  readonly change: AskedChange;
}

interface Written {
  readonly reason: string;
  readonly takeOver: readonly ServiceKeyText[];
  readonly confirm: string | null;
}

/** Somebody else wrote a revision since the form was opened. */
export interface Conflict {
  readonly ok: false;
  readonly conflict: { readonly revision: number; readonly by: string; readonly reason: string; readonly at: number };
}

export type Applied =
  | { readonly ok: true; readonly revision: number; readonly generation: number }
  | Conflict
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What a change would do on each director. The base may be older: apply tells of the conflict. */
export async function previewChange(parts: ConsoleParts, asked: Asked): Promise<Preview> {
  const cluster = parts.fleet.cluster(asked.cluster);
  const planned = plannedChange(cluster, await resolvedChange(parts.db, cluster.id, asked.change), []);
  if (!planned.ok) return planned;
  return previewOf(cluster.record, { ...cluster.record, ...planned.next }, parts.now());
}

/** Writes a change as the next revision with its intent, and sends it; the values tell of conflicts and problems. */
export function applyDefinition(parts: ConsoleParts, actor: Actor, asked: Asked & Written): Promise<Applied> {
  const cluster = parts.fleet.cluster(asked.cluster);
  return cluster.inTurn(async () => {
    const before = cluster.wanted;
    if (before.revision !== asked.base) return conflictOf(parts, cluster, asked.base);
    const change = await resolvedChange(parts.db, cluster.id, asked.change);
    const planned = plannedChange(cluster, change, asked.takeOver);
    if (!planned.ok) return planned;
    const { next, drains } = planned;
    const at = parts.now();
    confirmed(previewOf(cluster.record, { ...cluster.record, ...next }, at), asked.confirm);
    const { reason } = asked;
    const generation = await writeIntent(parts, actor, cluster, {
      next,
      at,
      entry: { action: 'definition.apply', reason, ...changedPart(before.definition, asked.change, change) },
      write: async (tx) => {
        const { revision: number, definition } = next;
        await addRevision(tx, cluster.id, { number, definition, author: actor.name, reason, at });
        const ended = drains.ended.map((overlay) => overlay.id);
        await endOverlays(tx, ended, actor.name, at);
      },
    });
    return { ok: true, revision: next.revision, generation };
  });
}

async function conflictOf(parts: ConsoleParts, cluster: LiveCluster, base: number): Promise<Conflict> {
  const newest = await newestRevision(parts.db, cluster.id);
  if (!newest || base > newest.number) throw invalid('base-unknown', ['base']);
  const { number: revision, author: by, reason, createdAt } = newest;
  return { ok: false, conflict: { revision, by, reason, at: createdAt.getTime() } };
}

/** Sends the current revision as a new intent, to put right what drifted or failed; gives its generation. */
export function reapplyDefinition(
  parts: ConsoleParts,
  actor: Actor,
  asked: { readonly cluster: string } & Written,
): Promise<{ generation: number }> {
  const cluster = parts.fleet.cluster(asked.cluster);
  return cluster.inTurn(async () => {
    const { revision, takeOver } = cluster.wanted;
    if (revision === 0) throw invalid('no-definition', ['cluster']);
    const next = { ...cluster.wanted, takeOver: new Set([...takeOver, ...asked.takeOver]) };
    const at = parts.now();
    confirmed(previewOf(cluster.record, { ...cluster.record, ...next }, at), asked.confirm);
    const entry = { action: 'definition.reapply' as const, reason: asked.reason };
    return { generation: await writeIntent(parts, actor, cluster, { next, at, entry, write: async () => {} }) };
  });
}
