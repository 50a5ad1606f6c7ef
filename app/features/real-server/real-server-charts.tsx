'use client';

import { useQueryState } from 'nuqs';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { RealServerView } from '../../../domain/display/views.ts';
import { SectionHead } from '../../ui/page-head.tsx';
import { Segments } from '../../ui/segments.tsx';
import { ChartsInSight } from '../history/charts-in-sight.tsx';
import { SimulatedMark } from '../numbers/simulated-mark.tsx';
import { placesByDirector } from './places-by-director.ts';

/** The history of a real server over all virtual services, on one director: directors are never added up. */
export function RealServerCharts({ view }: { readonly view: RealServerView }) {
  const t = useTranslations('history');
  const loads = placesByDirector(view.places);
  const [asked, setAsked] = useQueryState('director');
  // Chosen once: a page must not turn to another director because that one got busier.
  const [busiest] = useState(
    () => loads.toSorted((a, b) => (b.activeConn ?? -1) - (a.activeConn ?? -1))[0]?.director.name ?? null,
  );
  const shown = loads.find(({ director }) => director.name === (asked ?? busiest)) ?? loads[0];
  if (!shown) return null;
  const { name, receivedAt } = shown.director;
  const places = view.places.filter(({ director }) => director.name === name);
  return (
    <>
      <SectionHead title={t('title')}>
        <Segments
          label={t('onDirector')}
          value={name}
          choices={loads.map(({ director }) => ({
            value: director.name,
            label: (
              <>
                {director.name}
                {director.simulated ? <SimulatedMark /> : null}
              </>
            ),
          }))}
          onChoose={(next) => void setAsked(next)}
        />
      </SectionHead>
      <ChartsInSight
        hasHead={false}
        cluster={view.cluster}
        director={name}
        of={{ kind: 'real-server', name: view.name }}
        places={places.map(({ service, serviceName, row }) => ({
          ...{ service, destination: row.key, id: `${service} ${row.key}` },
          label: `${serviceName} ${row.key}`,
        }))}
        promised={null}
        receivedAt={receivedAt}
      />
    </>
  );
}
