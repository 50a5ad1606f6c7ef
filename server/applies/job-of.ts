import { type Job, type JobOnDirector, jobId, jobState } from '../../domain/display/job.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { AppError } from '../trpc/app-error.ts';
import { agreedAfter, findIntent } from './store.ts';

/** What became of an intent so far; refuses when the cluster has none of that generation. */
export async function jobOf(
  { db, fleet }: Pick<ConsoleParts, 'db' | 'fleet'>,
  clusterName: string,
  generation: number,
): Promise<Job> {
  const cluster = fleet.cluster(clusterName);
  const intent = await findIntent(db, cluster.id, generation);
  if (!intent) throw new AppError('NOT_FOUND', `There is no job ${jobId(clusterName, generation)}.`);
  const directors: JobOnDirector[] = [];
  // A director that was removed meanwhile owes nothing any more.
  for (const stored of intent.results.filter(({ isGone }) => !isGone)) {
    const live = cluster.directors.find(({ id }) => id === stored.directorId);
    // Memory knows what is on its way; the database is told of it when it ends.
    const { phase, readBack, detail, steps, endedAt } = live?.applyOf(generation) ?? stored;
    const failed = steps.find((step) => step.outcome === 'failed');
    directors.push({
      ...{ director: stored.director, phase, readBack, endedAt },
      connected: live?.connected ?? false,
      appliedBy: phase === 'superseded' ? await agreedAfter(db, stored.directorId, generation) : null,
      failedLine: failed?.line ?? null,
      error: failed?.error ?? (phase === 'failed' || phase === 'refused' ? detail : null),
    });
  }
  const { revision, requestedAt } = intent;
  const id = jobId(clusterName, generation);
  return { id, cluster: clusterName, generation, revision, requestedAt, state: jobState(directors), directors };
}
