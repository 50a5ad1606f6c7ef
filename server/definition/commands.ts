import type { Problem } from '../../domain/definition/change.ts';
import type { Preview } from '../../domain/display/preview.ts';
import { previewOf } from '../../domain/display/preview-of.ts';
import { breachesOnDirectors } from '../../domain/guard/breaches-on-directors.ts';
import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import type { AskedChange } from '../../domain/revision/asked-change.ts';
import type { Actor } from '../audit/actor.ts';
import type { Entry } from '../audit/entry.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Transaction } from '../db/database.ts';
import { guarded } from '../guard/guarded.ts';
import { endOverlays } from '../intents/store.ts';
import { writeIntent } from '../intents/write-intent.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import { addRevision, newestRevision } from '../revisions/store.ts';
import { recipientsOf } from '../rollout/recipients-of.ts';
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

export interface Written {
  readonly reason: string;
  readonly takeOver: readonly ServiceKeyText[];
  readonly confirm: string | null;
  /** Goes below the capacity guard; for administrators only. */
  readonly overGuard: boolean;
  /** The director that goes first; null for all at once. */
  readonly first: string | null;
}

/** What is written in the revision's transaction, and told of it in its audit entry, beside the revision itself. */
interface Beside {
  readonly write: (tx: Transaction) => Promise<void>;
  readonly entry: Partial<Entry>;
}

const nothingBeside: Beside = { write: async () => {}, entry: {} };

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
export async function previewChange(parts: ConsoleParts, asked: Asked & Pick<Written, 'takeOver'>): Promise<Preview> {
  const cluster = parts.fleet.cluster(asked.cluster);
  const change = await resolvedChange(parts.db, cluster.id, asked.change);
  const planned = plannedChange(cluster, change, asked.takeOver, false);
  if (!planned.ok) return planned;
  const { record } = cluster;
  const after = { ...record, ...planned.next, heldBack: null };
  return { ...previewOf(record, after, parts.now()), guard: breachesOnDirectors(record, after) };
}

/** Writes a change as the next revision with its intent, and sends it; the values tell of conflicts and problems. */
export function applyDefinition(
  parts: ConsoleParts,
  actor: Actor,
  asked: Asked & Written,
  beside: Beside = nothingBeside,
): Promise<Applied> {
  const cluster = parts.fleet.cluster(asked.cluster);
  return cluster.inTurn(async () => {
    const before = cluster.wanted;
    if (before.revision !== asked.base) return conflictOf(parts, cluster, asked.base);
    const change = await resolvedChange(parts.db, cluster.id, asked.change);
    const to = recipientsOf(cluster, asked.first);
    const planned = plannedChange(cluster, change, asked.takeOver, to.kind === 'first');
    if (!planned.ok) return planned;
    const { next, ended } = planned;
    const at = parts.now();
    confirmed(previewOf(cluster.record, { ...cluster.record, ...next, heldBack: null }, at), asked.confirm);
    const { reason, overGuard } = asked;
    const part = changedPart(before.definition, asked.change, change);
    const { resource } = part;
    await guarded(parts, actor, cluster, next, { action: 'definition.apply', resource, reason, overGuard });
    const generation = await writeIntent(parts, actor, cluster, {
      next,
      to,
      at,
      entry: { action: 'definition.apply', reason, ...part, ...beside.entry },
      write: async (tx, number) => {
        const { revision, definition } = next;
        const written = { number: revision, definition, author: actor.name, reason, at };
        await addRevision(tx, cluster.id, before.definition, written);
        const ids = ended.map((overlay) => overlay.id);
        await endOverlays(tx, ids, actor.name, at, number);
        await beside.write(tx);
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

interface Again {
  readonly cluster: string;
  /** What is to be put right, as `stepTarget` names it; null for everything that differs. */
  readonly only: readonly string[] | null;
}

/** What sending it again would do on each director. */
export function previewReapply(parts: ConsoleParts, asked: Again & Pick<Written, 'takeOver'>): Preview {
  const { record, wanted } = parts.fleet.cluster(asked.cluster);
  const takeOver = new Set([...wanted.takeOver, ...asked.takeOver]);
  return previewOf(record, { ...record, takeOver }, parts.now(), asked.only && new Set(asked.only));
}

/**
 * Sends each director what is meant for it as a new intent, to put right what drifted or failed; gives its generation.
 *
 * During a rollout the waiting directors keep what they have: only `rollout.goOn` or a new revision ends it.
 */
export function reapplyDefinition(
  parts: ConsoleParts,
  actor: Actor,
  asked: Again & Written,
): Promise<{ generation: number }> {
  const cluster = parts.fleet.cluster(asked.cluster);
  return cluster.inTurn(async () => {
    const { revision, takeOver } = cluster.wanted;
    if (revision === 0) throw invalid('no-definition', ['cluster']);
    const { only, reason, first } = asked;
    const next = { ...cluster.wanted, takeOver: new Set([...takeOver, ...asked.takeOver]), only };
    const at = parts.now();
    const record = cluster.record;
    confirmed(previewOf(record, { ...record, takeOver: next.takeOver }, at, only && new Set(only)), asked.confirm);
    const to =
      cluster.rollout && first === null
        ? ({ kind: 'as-before', tryAgain: only === null } as const)
        : recipientsOf(cluster, first);
    const entry = { action: 'definition.reapply' as const, reason, after: only };
    return { generation: await writeIntent(parts, actor, cluster, { next, to, at, entry, write: async () => {} }) };
  });
}
