'use client';

import { TriangleAlert } from 'lucide-react';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useTranslations } from 'use-intl';
import type { DirectorView } from '../../../domain/display/views.ts';
import { useLive } from '../../lib/use-live.ts';
import { Banner } from '../../ui/banner.tsx';
import { ClockContext } from '../../ui/clock.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ConnectionsTab } from '../connections/connections-tab.tsx';
import { DriftTab } from '../drift/drift-tab.tsx';
import { FindingsList } from '../findings/findings-list.tsx';
import { ChartsInSight } from '../history/charts-in-sight.tsx';
import { Fresh } from '../numbers/fresh.tsx';
import { GoneBanner } from '../shell/gone-banner.tsx';
import { AppliesTab } from './applies-tab.tsx';
import { DirectorFactsList } from './director-facts-list.tsx';
import { DirectorHeading } from './director-heading.tsx';
import { TableTab } from './table-tab.tsx';

const tabs = ['table', 'drift', 'charts', 'connections', 'applies'] as const;

/** A director: what it is, its kernel's table with what is ours in it, and what was done to it last. */
export function DirectorPage({ first }: { readonly first: DirectorView }) {
  const t = useTranslations('director');
  const drift = useTranslations('drift');
  const connections = useTranslations('connections');
  const history = useTranslations('history');
  const { name } = first.director;
  const { view, clock, gone } = useLive(first, `director ${name}`, (client, on) =>
    client.live.director.subscribe({ director: name }, on),
  );
  const [tab, setTab] = useQueryState('tab', parseAsStringLiteral(tabs).withDefault('table'));
  // The drift tab says the same, place by place.
  const findings = tab === 'drift' ? view.findings.filter(({ code }) => code !== 'drift') : view.findings;
  return (
    <ClockContext.Provider value={clock}>
      <Fresh receivedAt={view.director.receivedAt}>
        {gone ? <GoneBanner /> : null}
        <DirectorHeading view={view} />
        {view.trouble ? (
          <Banner tone="bad" icon={TriangleAlert}>
            {t('trouble', { detail: view.trouble })}
          </Banner>
        ) : null}
        {view.findings.length > 0 && findings.length === 0 ? null : (
          <div className="border-t">
            <FindingsList findings={findings} cluster={view.director.cluster} directors={[view.director]} />
          </div>
        )}
        <DirectorFactsList view={view} />
        <Tabs
          label={t('parts')}
          value={tab}
          onChange={(next) => void setTab(next)}
          tabs={[
            { name: 'table', label: t('table'), count: view.services.length, content: <TableTab view={view} /> },
            { name: 'drift', label: drift('tab'), count: view.drift.length, content: <DriftTab view={view} /> },
            {
              name: 'charts',
              label: history('tab'),
              content: (
                <ChartsInSight
                  hasHead={false}
                  cluster={view.director.cluster}
                  director={name}
                  of={{ kind: 'director' }}
                  places={[]}
                  promised={null}
                  receivedAt={view.director.receivedAt}
                />
              ),
            },
            { name: 'connections', label: connections('tab'), content: <ConnectionsTab view={view} /> },
            { name: 'applies', label: t('applies'), count: view.applies.length, content: <AppliesTab view={view} /> },
          ]}
        />
      </Fresh>
    </ClockContext.Provider>
  );
}
