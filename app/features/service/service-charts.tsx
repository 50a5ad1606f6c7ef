'use client';

import dynamic from 'next/dynamic';
import type { ServiceOnDirector, ServiceView } from '../../../domain/display/views.ts';
import { ChartsInSight } from '../history/charts-in-sight.tsx';
import { useServiceDrawer } from './use-service-drawer.ts';

const DestinationChartsDrawer = dynamic(
  () => import('./destination-charts-drawer.tsx').then((module) => module.DestinationChartsDrawer),
  { ssr: false },
);

interface ServiceChartsProps {
  readonly view: ServiceView;
  readonly shown: ServiceOnDirector;
}

/** The history of a virtual service on the director that is shown, and over it that of a destination that was opened. */
export function ServiceCharts({ view, shown }: ServiceChartsProps) {
  const { destinations, director } = shown;
  const { kind, destination, close } = useServiceDrawer();
  const opened = kind === 'destination' ? destinations.find(({ key }) => key === destination) : undefined;
  const scheduler = (shown.kernelConfig ?? view.config).split(' ')[0] ?? '';
  return (
    <>
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
      {opened ? (
        <DestinationChartsDrawer
          key={opened.key}
          cluster={view.cluster}
          service={view.key}
          row={opened}
          director={director}
          onClose={close}
        />
      ) : null}
    </>
  );
}
