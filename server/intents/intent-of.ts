import type { Intent } from '../../domain/wire/intent.ts';
import type { Place } from '../live/fleet.ts';

/** What the console wants of a director now; null before its cluster's first definition. */
export function intentOf({ cluster, director }: Place, at: number): Intent | null {
  const { generation, revision, definition, overlays, takeOver } = cluster.wanted;
  if (generation === 0) return null;
  return {
    version: 1,
    director: director.id,
    cluster: cluster.name,
    generation,
    revision,
    definition,
    overlays: [...overlays],
    accepted: [],
    takeOver: [...takeOver],
    only: null,
    removesAll: definition.services.length === 0,
    issuedAt: at,
  };
}
