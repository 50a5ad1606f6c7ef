'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { ClusterRow } from '../../../domain/display/views.ts';
import { Age } from '../numbers/age.tsx';
import { Count, Rate } from '../numbers/figures.tsx';
import { Fresh } from '../numbers/fresh.tsx';
import { SimulatedMark } from '../numbers/simulated-mark.tsx';
import { DirectorsInStep } from './directors-in-step.tsx';
import { RealServerCounts } from './real-server-counts.tsx';
import { SkewWord } from './skew-word.tsx';

/** Clusters on a phone: how each stands, readable at a glance. */
export function ClustersList({ clusters }: { readonly clusters: readonly ClusterRow[] }) {
  const t = useTranslations('overview');
  const words = useTranslations('words.columns');
  return (
    <ul aria-label={t('clusters')}>
      {clusters.map((cluster) => (
        <li key={cluster.name} className="flex flex-col gap-1 border-b px-4 py-2.5">
          <p className="flex items-center gap-2">
            <Link href={`/clusters/${encodeURIComponent(cluster.name)}`} className="font-semibold text-[14px]">
              {cluster.name}
            </Link>
            {cluster.directors.some((director) => director.simulated) ? <SimulatedMark /> : null}
            <span className="ml-auto">
              <Age receivedAt={cluster.receivedAt} inText />
            </span>
          </p>
          <Fresh receivedAt={cluster.receivedAt}>
            <p className="flex flex-wrap gap-x-4 gap-y-1">
              <span className="inline-flex gap-1.5">
                <span className="text-ink-2">{t('directors')}</span> <DirectorsInStep row={cluster} />
              </span>
              <SkewWord row={cluster} />
            </p>
            <p>
              <RealServerCounts cluster={cluster.name} count={cluster.realServers} />
            </p>
            <p className="flex gap-x-5 text-ink-2">
              <span>
                {words('cps')} {words('perSecond')} <Rate value={cluster.cps} />
              </span>
              <span>
                {words('active')} <Count value={cluster.activeConn} />
              </span>
            </p>
          </Fresh>
        </li>
      ))}
    </ul>
  );
}
