import type { DirectorRecord } from './records.ts';
import type { ApplyProgress } from './views.ts';

/** The newest apply that was meant for a director; what waits for the first director says nothing of it yet. */
export const newestApply = ({ applies }: Pick<DirectorRecord, 'applies'>): ApplyProgress | null =>
  applies.find(({ phase }) => phase !== 'waiting') ?? null;
