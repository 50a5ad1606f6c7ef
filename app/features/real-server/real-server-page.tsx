'use client';

import { useTranslations } from 'use-intl';
import type { RealServerView } from '../../../domain/display/views.ts';
import { isDrain } from '../../../domain/overlay/overlay.ts';
import { useLive } from '../../lib/use-live.ts';
import { ClockContext } from '../../ui/clock.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Trail } from '../../ui/trail.tsx';
import { HealthReasons } from '../checks/health-reasons.tsx';
import { DrainsNow } from '../drain/drains-now.tsx';
import { linesOfRealServer } from '../drain/lines-of.ts';
import { FindingsList } from '../findings/findings-list.tsx';
import { GoneBanner } from '../shell/gone-banner.tsx';
import { ConnectionsLeft } from './connections-left.tsx';
import { OutReasons } from './out-reasons.tsx';
import { PlacesSection } from './places-section.tsx';
import { RealServerActions } from './real-server-actions.tsx';
import { RealServerCharts } from './real-server-charts.tsx';

/** A real server: every virtual service it stands in, on every director, and the way in and out for all at once. */
export function RealServerPage({ first }: { readonly first: RealServerView }) {
  const t = useTranslations('realServer');
  const shell = useTranslations('shell');
  const { cluster, name } = first;
  const { view, clock, gone } = useLive(first, `real server ${cluster} ${name}`, (client, on) =>
    client.live.realServer.subscribe({ cluster, name }, on),
  );
  const clusterPath = `/clusters/${encodeURIComponent(cluster)}`;
  return (
    <ClockContext.Provider value={clock}>
      {gone ? <GoneBanner /> : null}
      <PageHead
        trail={
          <Trail
            label={shell('breadcrumbs')}
            steps={[
              { href: '/', name: shell('overview') },
              { href: `${clusterPath}?tab=real-servers`, name: cluster },
            ]}
          />
        }
        title={name}
        facts={<span className="figures break-all text-ink-2">{view.addresses.join(' ')}</span>}
        actions={<RealServerActions view={view} />}
      />
      <DrainsNow cluster={cluster} lines={linesOfRealServer(view)} />
      {view.outBy.some(isDrain) ? (
        <section aria-label={t('whyOut')} className="flex flex-col gap-1.5 border-t px-4 py-2">
          <OutReasons overlays={view.outBy} />
          <ConnectionsLeft places={view.places.filter(({ row }) => row.outBy.length > 0)} />
        </section>
      ) : null}
      <HealthReasons places={view.places} />
      {view.findings.length > 0 ? (
        <div className="border-t">
          <FindingsList
            findings={view.findings}
            cluster={cluster}
            directors={view.places.map(({ director }) => director)}
          />
        </div>
      ) : null}
      <PlacesSection view={view} />
      <RealServerCharts view={view} />
    </ClockContext.Provider>
  );
}
