import type { Moved } from '../../domain/draft/draft.ts';
import type { ConsoleParts } from '../console-parts.ts';
import type { LiveCluster } from '../live/live-cluster.ts';
import { AppError } from '../trpc/app-error.ts';
import { findDraft } from './store.ts';

type Found = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

/** The draft of that id; refuses when the cluster has none, or has it no more. */
export async function draftOf(parts: ConsoleParts, cluster: LiveCluster, id: string): Promise<Found> {
  const draft = await findDraft(parts.db, cluster.id, id);
  if (!draft) throw new AppError('NOT_FOUND', 'There is no such draft, or no more.');
  return draft;
}

/** That somebody else changed it since it was opened. */
export const hasMoved = ({ updatedBy: by, updatedAt: at, version }: Found): Moved => ({
  ok: false,
  moved: { by, at, version },
});
