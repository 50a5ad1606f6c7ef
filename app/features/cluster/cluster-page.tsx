'use client';

import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useTranslations } from 'use-intl';
import type { ClusterView } from '../../../domain/display/views.ts';
import { useLive } from '../../lib/use-live.ts';
import { ClockContext } from '../../ui/clock.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { Trail } from '../../ui/trail.tsx';
import { DraftsBar } from '../drafts/drafts-bar.tsx';
import { DrainsNow } from '../drain/drains-now.tsx';
import { linesOfCluster } from '../drain/lines-of.ts';
import { ExportMenu } from '../export/export-menu.tsx';
import { ImportLink } from '../import/import-link.tsx';
import { ReleaseBanner } from '../releases/release-banner.tsx';
import { ReleasesTab } from '../releases/releases-tab.tsx';
import { RevisionsTab } from '../revisions/revisions-tab.tsx';
import { RolloutBanner } from '../rollout/rollout-banner.tsx';
import { SettingsTab } from '../settings/settings-tab.tsx';
import { GoneBanner } from '../shell/gone-banner.tsx';
import { ClusterFindings } from './cluster-findings.tsx';
import { DirectorsTab } from './directors-tab.tsx';
import { RealServersTab } from './real-servers-tab.tsx';
import { ServicesTab } from './services-tab.tsx';

const tabs = ['services', 'real-servers', 'directors', 'revisions', 'releases', 'settings'] as const;

/** A cluster: its virtual services, the real servers behind them, and the directors that share them. */
export function ClusterPage({ first }: { readonly first: ClusterView }) {
  const t = useTranslations('cluster');
  const shell = useTranslations('shell');
  const settings = useTranslations('settings');
  const revisions = useTranslations('revisions');
  const releases = useTranslations('releases');
  const { view, clock, gone } = useLive(first, `cluster ${first.name}`, (client, on) =>
    client.live.cluster.subscribe({ cluster: first.name }, on),
  );
  const [tab, setTab] = useQueryState('tab', parseAsStringLiteral(tabs).withDefault('services'));
  // Filter and order belong to one table: the next one starts without.
  const [, setFilter] = useQueryState('q');
  const [, setSort] = useQueryState('sort');
  const [, setHidden] = useQueryState('hide');
  const [, setCompared] = useQueryState('compare');
  const change = (next: (typeof tabs)[number]) => {
    void setFilter(null);
    void setSort(null);
    void setHidden(null);
    void setCompared(null);
    void setTab(next);
  };
  return (
    <ClockContext.Provider value={clock}>
      {gone ? <GoneBanner /> : null}
      <PageHead
        trail={<Trail label={shell('breadcrumbs')} steps={[{ href: '/', name: shell('overview') }]} />}
        title={view.name}
        facts={
          <p className="text-ink-2">
            {t('revision', { revision: String(view.revision) })} ·{' '}
            {t('generation', { generation: String(view.generation) })}
          </p>
        }
        actions={
          <>
            <ImportLink cluster={view.name} look="short" />
            <ExportMenu cluster={view.name} newest={view.revision} />
          </>
        }
      />
      {view.rollout ? <RolloutBanner view={view} rollout={view.rollout} /> : null}
      {view.release ? <ReleaseBanner cluster={view.name} release={view.release} /> : null}
      <DraftsBar cluster={view.name} revision={view.revision} />
      <DrainsNow cluster={view.name} lines={linesOfCluster(view)} />
      <ClusterFindings view={view} />
      <div id="parts">
        <Tabs
          label={t('parts')}
          value={tab}
          onChange={change}
          tabs={[
            {
              name: 'services',
              label: t('services'),
              count: view.services.length,
              content: <ServicesTab view={view} />,
            },
            {
              name: 'real-servers',
              label: t('realServers'),
              count: view.realServers.length,
              content: <RealServersTab view={view} />,
            },
            {
              name: 'directors',
              label: t('directors'),
              count: view.directors.length,
              content: <DirectorsTab view={view} />,
            },
            {
              name: 'revisions',
              label: revisions('tab'),
              count: view.revision,
              content: <RevisionsTab view={view} />,
            },
            { name: 'releases', label: releases('tab'), content: <ReleasesTab cluster={view.name} /> },
            { name: 'settings', label: settings('tab'), content: <SettingsTab view={view} /> },
          ]}
        />
      </div>
    </ClockContext.Provider>
  );
}
