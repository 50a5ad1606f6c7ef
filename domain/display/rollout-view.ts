import type { ClusterRecord } from './records.ts';
import type { RolloutView } from './views.ts';

/** The newest revision on its way by way of a first director; null when no director is held back. */
export function rolloutView({ heldBack, revision, directors }: ClusterRecord): RolloutView | null {
  if (!heldBack) return null;
  const waiting = directors.map(({ name }) => name).filter((name) => heldBack.directors.has(name));
  const { first, state, generation, previous } = heldBack;
  return { revision, generation, first, state, waiting, previousRevision: previous.revision };
}
