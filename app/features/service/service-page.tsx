'use client';

import { CircleDot, Trash2 } from 'lucide-react';
import { useQueryState } from 'nuqs';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ServiceView } from '../../../domain/display/views.ts';
import { useLive } from '../../lib/use-live.ts';
import { Banner } from '../../ui/banner.tsx';
import { ClockContext } from '../../ui/clock.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SectionHead } from '../../ui/page-head.tsx';
import { DrainsNow } from '../drain/drains-now.tsx';
import { linesOfService } from '../drain/lines-of.ts';
import { FindingsList } from '../findings/findings-list.tsx';
import { Fresh } from '../numbers/fresh.tsx';
import { BalanceStrip } from './balance-strip.tsx';
import { chosenDirector } from './chosen-director.ts';
import { DestinationsSection } from './destinations-section.tsx';
import { ServiceCharts } from './service-charts.tsx';
import { ServiceDrawers } from './service-drawers.tsx';
import { ServiceHead } from './service-head.tsx';
import { WayToCharts } from './way-to-charts.tsx';

/** A virtual service with its destinations, as one director's kernel has it. */
export function ServicePage({ first }: { readonly first: ServiceView }) {
  const t = useTranslations('service');
  const shell = useTranslations('shell');
  const { cluster, key } = first;
  const { view, clock, gone } = useLive(first, `${cluster} ${key}`, (client, on) =>
    client.live.service.subscribe({ cluster, key }, on),
  );
  const [asked, setAsked] = useQueryState('director');
  // Chosen once: a page must not turn to another director because that one got busier.
  const [atFirst] = useState(() => chosenDirector(first.directors, null)?.director.name ?? null);
  const shown = chosenDirector(view.directors, asked ?? atFirst);
  return (
    <ClockContext.Provider value={clock}>
      <Fresh receivedAt={shown?.director.receivedAt ?? null}>
        {gone ? (
          <Banner tone="warn" icon={Trash2}>
            {shell('gone')}
          </Banner>
        ) : null}
        <ServiceHead view={view} shown={shown} onDirector={(name) => void setAsked(name)} />
        {view.definition ? null : (
          <Banner tone="idle" icon={CircleDot}>
            {t('onlyKernel')}
          </Banner>
        )}
        {shown ? <DrainsNow cluster={cluster} lines={linesOfService(view, shown)} /> : null}
        <FindingsList
          findings={view.findings}
          cluster={cluster}
          directors={view.directors.map(({ director }) => director)}
          onServicePage
        />
        {shown ? (
          <>
            <BalanceStrip rows={shown.destinations} verdict={shown.verdict} spread={shown.spread} />
            <WayToCharts rows={shown.destinations.length} />
            <DestinationsSection view={view} shown={shown} />
            <ServiceCharts view={view} shown={shown} />
          </>
        ) : (
          <>
            <SectionHead title={t('destinations')} />
            <div className="px-4 py-4">
              <EmptyState title={t('noDirector')} />
            </div>
          </>
        )}
        <ServiceDrawers view={view} shown={shown} />
      </Fresh>
    </ClockContext.Provider>
  );
}
