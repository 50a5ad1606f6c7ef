import { countLabels, hasLabels } from '../cluster/label-filter.ts';
import { realServerTargets } from '../cluster/real-server-targets.ts';
import type { DrainAction } from '../drain/drain-request.ts';
import type { PaletteDrain } from './palette-drain.ts';
import type { PalettePlaces } from './palette-places.ts';

type Place = PalettePlaces['realServers'][number];

/** What can be drained or returned from the palette: each real server, whichever fits, and all that have a label. */
export function paletteDrains(
  places: readonly Place[],
  labelled: (count: number, label: string) => string,
): readonly PaletteDrain[] {
  const single = places.map((place) => {
    const action: DrainAction = realServerTargets(place, 'return').length > 0 ? 'return' : 'drain';
    return drainOf(place.cluster, action, place.name, [place]);
  });
  const byLabel = [...Map.groupBy(places, ({ cluster }) => cluster)].flatMap(([cluster, all]) =>
    countLabels(all).flatMap(({ label }) => {
      const having = all.filter(({ labels }) => hasLabels(labels, [label]));
      return (['drain', 'return'] as const).flatMap((action) => {
        const fit = having.filter((place) => realServerTargets(place, action).length > 0);
        return fit.length === 0 ? [] : [drainOf(cluster, action, labelled(fit.length, label), fit)];
      });
    }),
  );
  return [...single, ...byLabel];
}

function drainOf(cluster: string, action: DrainAction, name: string, places: readonly Place[]): PaletteDrain {
  return {
    ...{ cluster, action, name },
    targets: places.flatMap((place) => realServerTargets(place, action)),
    overlays: places.flatMap(({ outBy }) => outBy),
    checked: null,
  };
}
