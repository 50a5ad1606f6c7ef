import type { ApplyProgress } from '../../domain/display/views.ts';
import type { StepResult } from '../../domain/wire/messages.ts';
import type { Transaction } from '../db/database.ts';
import { findAccepted } from '../drift/store.ts';
import { findOverlays } from '../intents/store.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import { keptApplies, LiveDirector } from '../live/live-director.ts';
import type { Left } from '../live/stored-director.ts';
import { findRevision } from '../revisions/store.ts';
import { findDirectors, findLastApplied, findNewestResults } from './store.ts';

type Stored = Awaited<ReturnType<typeof findNewestResults>>[number];
type Definitions = (revision: number) => Promise<Left['definition'] | null>;

/** The directors of a cluster as the database has them, by name. */
export async function loadDirectors(db: Transaction, cluster: LiveCluster): Promise<LiveDirector[]> {
  const directors: LiveDirector[] = [];
  for (const row of await findDirectors(db, cluster.id)) {
    const { id: directorId, name } = row;
    const applies = await findNewestResults(db, directorId, keptApplies);
    const applied = await findLastApplied(db, directorId);
    const stored = {
      ...row,
      lastSeen: row.lastSeenAt?.getTime() ?? null,
      applied: applied?.generation ?? 0,
      confinedTo: applies.find(({ confined }) => confined)?.generation ?? null,
      accepted: await findAccepted(db, { directorId, endedAt: null }),
      left: applied && (await leftBy(db, cluster.id, applied, definitionsOf(db, cluster))),
      applies: applies.map((apply) => progressOf(name, apply)),
    };
    directors.push(new LiveDirector(stored));
  }
  return directors;
}

/** What an apply left: its revision with what was laid over it then, none of which is kept a second time. */
async function leftBy(
  db: Transaction,
  clusterId: string,
  { directorId, generation, revision: told, intent }: NonNullable<Awaited<ReturnType<typeof findLastApplied>>>,
  definitions: Definitions,
): Promise<Left | null> {
  const revision = told ?? intent.revision;
  const definition = await definitions(revision);
  if (!definition) return null;
  const then = { began: { lte: generation }, OR: [{ ended: { gt: generation } }, { endedAt: null }] };
  const overlays = await findOverlays(db, { clusterId, ...then });
  return { generation, revision, definition, overlays, accepted: await findAccepted(db, { directorId, ...then }) };
}

/** Definitions by revision: the same object as the cluster's where it is the same, as they are large. */
function definitionsOf(db: Transaction, { id, wanted, rollout }: LiveCluster): Definitions {
  return async (revision) => {
    const known = [wanted, ...(rollout ? [rollout.previous] : [])].find((other) => other.revision === revision);
    return known?.definition ?? (await findRevision(db, id, revision))?.definition ?? null;
  };
}

const progressOf = (director: string, stored: Stored): ApplyProgress => ({
  director,
  generation: stored.generation,
  phase: stored.phase as ApplyProgress['phase'],
  total: stored.total,
  steps: JSON.parse(stored.steps) as StepResult[],
  readBack: stored.readBack as ApplyProgress['readBack'],
  detail: stored.detail,
  requestedAt: stored.requestedAt.getTime(),
  endedAt: stored.endedAt?.getTime() ?? null,
});
