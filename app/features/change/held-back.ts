import type { ApplyProgress } from '../../../domain/display/views.ts';

export interface HeldBack {
  readonly first: string;
  readonly waiting: readonly string[];
  /** `going`: the first one is at it. `silent`: it has not got it. `stopped`: it failed there. */
  readonly state: 'going' | 'silent' | 'stopped';
}

/** Who waits for whom while a change goes to one director first; null when nobody does. */
export function heldBack(progress: readonly ApplyProgress[]): HeldBack | null {
  const waiting = progress.filter(({ phase }) => phase === 'waiting').map(({ director }) => director);
  const first = progress.find(({ phase }) => phase !== 'waiting' && phase !== 'superseded');
  if (waiting.length === 0 || !first) return null;
  return { first: first.director, waiting, state: stateOf(first) };
}

function stateOf({ phase, readBack }: ApplyProgress): HeldBack['state'] {
  if (phase === 'failed' || phase === 'refused' || (phase === 'applied' && readBack !== 'agrees')) return 'stopped';
  return phase === 'requested' ? 'silent' : 'going';
}
