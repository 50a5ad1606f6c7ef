import type { AcceptedDrift } from '../../domain/drift/accepted-drift.ts';
import { vouchedOverlays } from '../../domain/guard/uncovered-breaches.ts';
import type { Actor } from '../audit/actor.ts';
import type { Entry } from '../audit/entry.ts';
import { recorded } from '../audit/recorded.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { Transaction } from '../db/database.ts';
import type { LiveCluster, Wanted } from '../live/live-cluster.ts';
import { putRollout } from '../rollout/store.ts';
import { type Recipients, type Shares, sharesOf } from './recipients.ts';
import { addGeneration, nextGeneration, putHeldBack, putOverGuard, supersede } from './store.ts';

export interface NewIntent {
  readonly next: Omit<Wanted, 'generation'>;
  readonly to: Recipients;
  readonly at: number;
  /** What the audit log tells of it; cluster, revision and generation are added. */
  readonly entry: Entry;
  /** Writes what the intent comes from: a revision, overlays. It is told the intent's number. */
  readonly write: (tx: Transaction, generation: number) => Promise<void>;
  /** More that the audit log is to tell of the same transaction. */
  readonly also?: readonly Entry[];
  /** Hand edits that some director is left with by it, where they change. */
  readonly accepted?: readonly AcceptedDrift[];
  /** Tells memory of it after the commit, before anything is sent. */
  readonly written?: () => void;
}

/**
 * Writes an intent with what it comes from and its audit entry in one transaction, then tells memory, directors and
 * browsers; gives its generation. To be called in the cluster's turn.
 */
export async function writeIntent(
  parts: ConsoleParts,
  actor: Actor,
  cluster: LiveCluster,
  { next: asked, to, at, entry, also = [], accepted, write, written }: NewIntent,
): Promise<number> {
  const { next, vouched } = vouchedFor(cluster, asked, accepted);
  const replaced = to.kind === 'as-before' ? (['requested'] as const) : (['requested', 'waiting'] as const);
  const { wanted, standing } = await recorded(parts.db, at, actor, async (tx) => {
    const generation = await nextGeneration(tx, cluster);
    const value = { wanted: { ...next, generation }, standing: sharesOf(cluster, next, to, generation) };
    const { shares, rollout } = value.standing;
    await write(tx, generation);
    await putOverGuard(tx, vouched);
    const directors = cluster.directors.map(({ id }) => id);
    await supersede(tx, directors, generation, replaced, at);
    await addGeneration(tx, cluster, value.wanted, shares, at);
    await putHeldBack(tx, shares);
    await putRollout(tx, cluster.id, rollout);
    const about = { cluster: cluster.name, revision: next.revision, generation };
    return { value, entries: [{ ...entry, ...about }, ...also.map((more) => ({ ...more, ...about }))] };
  });
  remember(cluster, wanted, standing, replaced, at);
  written?.();
  const requested = standing.shares.filter(({ phase }) => phase === 'requested').map(({ director }) => director);
  parts.intents.push(cluster, requested);
  parts.hub.touch();
  return wanted.generation;
}

/** What was decided here no director is to refuse for its guard. */
function vouchedFor(cluster: LiveCluster, asked: NewIntent['next'], accepted: readonly AcceptedDrift[] = []) {
  const handEdits = [[], accepted, ...cluster.directors.map((director) => director.accepted)];
  const overlays = [asked.definition, ...cluster.definitions].reduce(
    (all, definition) => vouchedOverlays(definition, all, handEdits),
    asked.overlays,
  );
  const vouched = overlays.filter((overlay, index) => overlay !== asked.overlays[index]);
  return { next: { ...asked, overlays }, vouched };
}

function remember(
  cluster: LiveCluster,
  wanted: Wanted,
  { rollout, shares }: Shares,
  replaced: readonly ('requested' | 'waiting')[],
  at: number,
): void {
  const { generation } = wanted;
  cluster.want(wanted, rollout);
  for (const { director, phase, heldBackAt, confined } of shares) {
    director.heldBackAt = heldBackAt;
    director.confinedTo = confined ? generation : null;
    director.supersede(generation, replaced, at);
    director.request(generation, at, phase);
  }
}
