import type { Intent } from '../../domain/wire/intent.ts';
import type { Place } from '../live/fleet.ts';
import type { Meant } from './meant.ts';

/** What is wanted of a director, as it is sent. */
export function intentOf({ cluster, director }: Place, meant: Meant, at: number): Intent {
  const { generation, revision, definition, overlays, accepted, takeOver, only } = meant;
  return {
    ...{ version: 1, director: director.id, cluster: cluster.name, generation, revision, definition },
    overlays: [...overlays],
    accepted: [...accepted],
    takeOver: [...takeOver],
    only: only && [...only],
    removesAll: definition.services.length === 0,
    issuedAt: at,
  };
}
