'use client';

import { useEffect, useState } from 'react';
import type { DrainTarget } from '../../../domain/overlay/overlay.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { ViewClock } from '../../lib/view-clock.ts';
import { type DrainPlace, placesInService, placesOfRealServer, watchedOf } from './drain-places.ts';

interface DrainPlaces {
  /** Null before the first word. */
  readonly places: readonly DrainPlace[] | null;
  readonly clock: ViewClock;
}

/** Every destination that a drain is about on every director, live, in whatever service it stands. */
export function useDrainPlaces(cluster: string, targets: readonly DrainTarget[]): DrainPlaces {
  // A drawer drains the same targets as long as it stands, however often their list is made again.
  const [asked] = useState(targets);
  const [seen, setSeen] = useState<ReadonlyMap<number, readonly DrainPlace[]>>(new Map());
  const [clock] = useState(() => new ViewClock(0));

  useEffect(() => {
    const arrived = (index: number, made: number, places: readonly DrainPlace[]) => {
      clock.arrived(made);
      setSeen((before) => new Map(before).set(index, places));
    };
    const { live } = consoleClient();
    const subscriptions = watchedOf(asked).map((one, index) =>
      one.kind === 'service'
        ? live.service.subscribe(
            { cluster, key: one.key },
            { onData: ({ data }) => arrived(index, data.at, placesInService(data, asked)) },
          )
        : live.realServer.subscribe(
            { cluster, name: one.name },
            { onData: ({ data }) => arrived(index, data.at, placesOfRealServer(data)) },
          ),
    );
    return () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
    };
  }, [cluster, asked, clock]);

  return { places: seen.size === 0 ? null : [...seen.values()].flat(), clock };
}
