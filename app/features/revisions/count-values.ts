import type { DifferenceCounts } from '../../../domain/definition/difference.ts';

/** Counts as a message takes them. */
export const countValues = ({ added, changed, removed }: DifferenceCounts) => ({
  added,
  changed: String(changed),
  removed: String(removed),
});
