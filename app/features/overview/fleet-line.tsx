'use client';

import { CircleAlert, CircleCheck, CircleHelp, Info, Server, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Finding } from '../../../domain/diagnosis/finding.ts';
import type { OverviewView } from '../../../domain/display/views.ts';
import { useKnownCount } from '../../ui/clock.tsx';
import { StateWord } from '../../ui/state-word.tsx';
import { RealServerCounts } from './real-server-counts.tsx';

/** The whole fleet in a line: how much is wrong, which directors report, how many real servers serve. */
export function FleetLine({ view }: { readonly view: OverviewView }) {
  const t = useTranslations('overview');
  const heads = view.clusters.flatMap((cluster) => cluster.directors);
  const live = useKnownCount(heads.map((head) => head.receivedAt));
  const of = (severity: Finding['severity']) => view.findings.filter((one) => one.severity === severity).length;
  const [critical, warnings, notes] = [of('critical'), of('warning'), of('notice')];
  const counts = view.clusters.map((cluster) => cluster.realServers);
  const sum = (field: keyof (typeof counts)[number]) => counts.reduce((total, one) => total + one[field], 0);
  return (
    <p className="flex flex-wrap items-center gap-x-5 gap-y-1">
      {critical > 0 ? (
        <StateWord tone="bad" icon={CircleAlert}>
          {t('critical', { count: String(critical) })}
        </StateWord>
      ) : null}
      {warnings > 0 ? (
        <StateWord tone="warn" icon={TriangleAlert}>
          {t('warnings', { count: warnings })}
        </StateWord>
      ) : null}
      {notes > 0 ? (
        <StateWord tone="idle" icon={Info}>
          {t('notes', { count: notes })}
        </StateWord>
      ) : null}
      {view.findings.length === 0 && live > 0 ? (
        <StateWord tone="ok" icon={CircleCheck}>
          {t('allWell')}
        </StateWord>
      ) : null}
      {heads.length > 0 ? (
        <StateWord tone={live === heads.length ? 'ok' : 'warn'} icon={live === heads.length ? Server : CircleHelp}>
          {t('reporting', { live: String(live), all: String(heads.length) })}
        </StateWord>
      ) : null}
      <RealServerCounts
        cluster={view.clusters.length === 1 ? (view.clusters[0]?.name ?? null) : null}
        count={{ serving: sum('serving'), draining: sum('draining'), out: sum('out'), unknown: sum('unknown') }}
      />
    </p>
  );
}
