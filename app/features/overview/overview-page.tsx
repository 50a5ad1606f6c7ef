'use client';

import { useTranslations } from 'use-intl';
import type { OverviewView } from '../../../domain/display/views.ts';
import { useLive } from '../../lib/use-live.ts';
import { ClockContext } from '../../ui/clock.tsx';
import { PageHead, SectionHead } from '../../ui/page-head.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { WorstFindings } from '../findings/worst-findings.tsx';
import { AddCluster } from './add-cluster.tsx';
import { BusiestServices } from './busiest-services.tsx';
import { ClustersList } from './clusters-list.tsx';
import { ClustersTable } from './clusters-table.tsx';
import { FleetLine } from './fleet-line.tsx';

/** What is wrong first, then every cluster in a row, then what is busiest. */
export function OverviewPage({ first }: { readonly first: OverviewView }) {
  const t = useTranslations('overview');
  const findings = useTranslations('findings');
  const { view, clock } = useLive(first, 'overview', (client, on) => client.live.overview.subscribe(undefined, on));
  const narrow = useNarrow();
  return (
    <ClockContext.Provider value={clock}>
      <PageHead
        title={t('title')}
        facts={view.clusters.length > 0 ? <FleetLine view={view} /> : null}
        actions={view.clusters.length > 0 ? <AddCluster /> : null}
      />
      {view.clusters.length > 0 ? (
        <>
          <SectionHead title={findings('title')}>
            <span className="figures text-ink-3">{view.findings.length}</span>
          </SectionHead>
          <WorstFindings
            findings={view.findings}
            directors={view.clusters.flatMap((cluster) => cluster.directors)}
            atFirst={narrow ? 4 : 6}
          />
        </>
      ) : null}
      <SectionHead title={t('clusters')}>
        <span className="figures text-ink-3">{view.clusters.length}</span>
      </SectionHead>
      {narrow && view.clusters.length > 0 ? (
        <ClustersList clusters={view.clusters} />
      ) : (
        <ClustersTable clusters={view.clusters} />
      )}
      <BusiestServices services={view.busiest} />
    </ClockContext.Provider>
  );
}
