import type { ReleaseRow, ReleaseView } from '../../domain/release/release-view.ts';
import { releaseView } from '../../domain/release/release-view-of.ts';
import type { ConsoleParts } from '../console-parts.ts';
import { AppError } from '../trpc/app-error.ts';
import type { LiveRelease } from './live-release.ts';
import { findRelease, findReleases } from './store.ts';

const pageSize = 50;

/** Releases that began before a time, newest first. */
export async function listReleases(
  parts: ConsoleParts,
  asked: { readonly cluster?: string | undefined; readonly before?: number | undefined },
): Promise<{ rows: readonly ReleaseRow[]; more: boolean }> {
  const { cluster = null, before = null } = asked;
  const found = await findReleases(parts.db, { cluster, before }, pageSize + 1);
  return { rows: found.slice(0, pageSize).map(rowOf), more: found.length > pageSize };
}

/** A release with its newest entries, whether it goes on or ended; refused where there is none. */
export async function getRelease(parts: ConsoleParts, id: string): Promise<ReleaseView> {
  const cluster = parts.fleet.clusters.find(({ release }) => release?.plan.id === id);
  if (cluster?.release) return releaseView(cluster.release, cluster.record, parts.now());
  const found = await findRelease(parts.db, id);
  if (!found) throw new AppError('NOT_FOUND', 'There is no such release.');
  return releaseView(found.release, null, parts.now());
}

function rowOf({ plan, state, startedBy, startedAt, reason }: LiveRelease): ReleaseRow {
  const { status, step, wave, endedAt, halt } = state;
  return {
    ...{ id: plan.id, cluster: plan.cluster, status, step, wave, endedAt, halt, startedBy, startedAt, reason },
    waves: plan.waves.length,
    servers: plan.waves.reduce((sum, { servers }) => sum + servers.length, 0),
  };
}
