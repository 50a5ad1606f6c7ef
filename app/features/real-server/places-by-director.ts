import type { DirectorHead } from '../../../domain/display/director-state.ts';
import type { RealServerPlace } from '../../../domain/display/views.ts';

export interface DirectorLoad {
  readonly director: DirectorHead;
  /** Null as soon as one of its places is not known: a part of a sum would look like the whole. */
  readonly activeConn: number | null;
  readonly persistConn: number | null;
}

/** What each director has on a real server, over all virtual services. */
export function placesByDirector(places: readonly RealServerPlace[]): DirectorLoad[] {
  return [...Map.groupBy(places, ({ director }) => director.name).values()].flatMap((group) => {
    const director = group[0]?.director;
    if (!director) return [];
    return [
      {
        director,
        activeConn: wholeSum(group.map(({ row }) => row.activeConn)),
        persistConn: wholeSum(group.map(({ row }) => row.persistConn)),
      },
    ];
  });
}

const wholeSum = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);
