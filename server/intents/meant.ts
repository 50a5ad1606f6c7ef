import type { Definition } from '../../domain/definition/definition.ts';
import type { AcceptedDrift } from '../../domain/drift/accepted-drift.ts';
import type { ServiceKeyText } from '../../domain/lvs/service-key.ts';
import type { Overlay } from '../../domain/overlay/overlay.ts';
import type { Place } from '../live/fleet.ts';

/** What is wanted of one director: the newest revision, or the one before it while it waits for a first director. */
export interface Meant {
  readonly generation: number;
  readonly revision: number;
  readonly definition: Definition;
  readonly overlays: readonly Overlay[];
  readonly accepted: readonly AcceptedDrift[];
  readonly takeOver: ReadonlySet<ServiceKeyText>;
  readonly only: readonly string[] | null;
}

/** What is wanted of a director now; null before the first revision that it may have. */
export function meantFor({ cluster, director }: Place): Meant | null {
  const { wanted, rollout } = cluster;
  const heldBack = rollout && director.heldBackAt !== null;
  const { revision, definition, takeOver } = heldBack ? rollout.previous : wanted;
  const generation = generationFor({ cluster, director });
  if (generation === 0 || revision === 0) return null;
  const { overlays, only } = wanted;
  return {
    ...{ generation, revision, definition, overlays, takeOver },
    accepted: director.accepted,
    only: director.confinedTo === generation ? only : null,
  };
}

/** The number of the newest intent that is meant for a director. */
export const generationFor = ({ cluster, director }: Place): number => director.heldBackAt ?? cluster.wanted.generation;
