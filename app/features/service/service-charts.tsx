'use client';

import type { ServiceOnDirector, ServiceView } from '../../../domain/display/views.ts';
import { ChartsInSight } from '../history/charts-in-sight.tsx';

interface ServiceChartsProps {
  readonly view: ServiceView;
  readonly shown: ServiceOnDirector;
}

/** The history of a virtual service on the director that is shown. */
export function ServiceCharts({ view, shown }: ServiceChartsProps) {
  const { destinations, director } = shown;
  const scheduler = (shown.kernelConfig ?? view.config).split(' ')[0] ?? '';
  return (
    <ChartsInSight
      cluster={view.cluster}
      director={director.name}
      of={{ kind: 'service', service: view.key }}
      places={destinations.map(({ key, realServer }) => ({
        ...{ service: view.key, destination: key, id: key },
        label: key.startsWith(realServer) ? key : `${realServer} ${key}`,
      }))}
      promised={{ scheduler, shares: new Map(destinations.map((row) => [row.key, row.expectedShare])) }}
      receivedAt={director.receivedAt}
    />
  );
}
