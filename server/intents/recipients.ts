import type { LiveCluster, Wanted } from '../live/live-cluster.ts';
import type { LiveDirector } from '../live/live-director.ts';
import type { Rollout } from '../live/rollout.ts';
import { generationFor } from './meant.ts';

/**
 * Who gets the newest revision with an intent.
 *
 * `all`: every director, which ends a rollout. `first`: this one, and the others wait for it. `as-before`: who has it
 * already, while those who wait get the revision that they keep; `tryAgain` looks at the first director anew.
 */
export type Recipients =
  | { readonly kind: 'all' }
  | { readonly kind: 'first'; readonly director: LiveDirector }
  | { readonly kind: 'as-before'; readonly tryAgain: boolean };

/** What an intent means for one director. */
export interface Share {
  readonly director: LiveDirector;
  /** `waiting` isn't sent anything yet. */
  readonly phase: 'requested' | 'waiting';
  readonly heldBackAt: number | null;
  /** The revision that this intent brings to it, now or when it has waited. */
  readonly revision: number;
  /** Whether it has everything from before, so that confining this intent loses nothing of it. */
  readonly confined: boolean;
}

export interface Shares {
  readonly rollout: Rollout | null;
  readonly shares: readonly Share[];
}

/** What the intent of that number means for a cluster's rollout and for each of its directors. */
export function sharesOf(
  cluster: LiveCluster,
  next: Omit<Wanted, 'generation'>,
  to: Recipients,
  number: number,
): Shares {
  const rollout = rolloutAfter(cluster, to, number);
  const shares = cluster.directors.map((director): Share => {
    const before = generationFor({ cluster, director });
    const has = cluster.rollout && director.heldBackAt !== null ? cluster.rollout.previous : cluster.wanted;
    const share = shareOf(cluster, rollout, to, director, number);
    const revision = rollout && share.keeps ? rollout.previous.revision : next.revision;
    const confined = next.only !== null && director.applied === before && has.revision === revision;
    return { director, phase: share.phase, heldBackAt: share.heldBackAt, revision, confined };
  });
  return { rollout, shares };
}

function rolloutAfter(cluster: LiveCluster, to: Recipients, number: number): Rollout | null {
  const { rollout, directors, wanted } = cluster;
  switch (to.kind) {
    case 'all':
      return null;
    case 'as-before':
      return rollout && to.tryAgain ? { ...rollout, generation: number, state: 'first' } : rollout;
    case 'first': {
      if (directors.every((director) => director === to.director)) return null;
      const { id: firstId, name: first } = to.director;
      const { revision, definition, takeOver } = wanted;
      const previous = rollout?.previous ?? { revision, definition, takeOver };
      return { firstId, first, generation: number, state: 'first', previous };
    }
  }
}

/** `keeps`: it gets the revision that waiting directors keep with this very intent. */
function shareOf(
  cluster: LiveCluster,
  rollout: Rollout | null,
  to: Recipients,
  director: LiveDirector,
  number: number,
): Pick<Share, 'phase' | 'heldBackAt'> & { readonly keeps: boolean } {
  const { heldBackAt } = director;
  const requested = { phase: 'requested', heldBackAt: null, keeps: false } as const;
  if (!rollout) return requested;
  // Nothing can be sent of revision 0: there is no definition to keep.
  const kept = (at: number) =>
    rollout.previous.revision === 0
      ? ({ phase: 'waiting', heldBackAt: at, keeps: false } as const)
      : ({ phase: 'requested', heldBackAt: number, keeps: true } as const);
  if (to.kind === 'as-before') return heldBackAt === null ? requested : kept(heldBackAt);
  if (to.kind === 'first' && to.director === director) return requested;
  // Another one went first until now: it is brought back to what the others keep.
  if (cluster.rollout && heldBackAt === null) return kept(0);
  return { phase: 'waiting', heldBackAt: heldBackAt ?? cluster.wanted.generation, keeps: false };
}
