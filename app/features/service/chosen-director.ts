import type { ServiceOnDirector } from '../../../domain/display/views.ts';

/**
 * The director whose numbers are shown: the one asked for, or else where the VIP stands, or the busiest.
 *
 * A pair is never added up: a backup shows the connections that its master synced to it.
 */
export function chosenDirector(
  directors: readonly ServiceOnDirector[],
  asked: string | null,
): ServiceOnDirector | undefined {
  const named = directors.find(({ director }) => director.name === asked);
  if (named) return named;
  const withVip = directors.filter((one) => one.vipActive === true);
  return busiest(withVip.length > 0 ? withVip : directors);
}

const busiest = (directors: readonly ServiceOnDirector[]): ServiceOnDirector | undefined =>
  directors.toSorted((a, b) => (b.totals.cps ?? -1) - (a.totals.cps ?? -1))[0];
