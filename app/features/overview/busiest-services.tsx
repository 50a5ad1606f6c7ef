'use client';

import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { OverviewView } from '../../../domain/display/views.ts';
import { SectionHead } from '../../ui/page-head.tsx';
import { Age } from '../numbers/age.tsx';
import { Count, Rate } from '../numbers/figures.tsx';
import { Fresh } from '../numbers/fresh.tsx';
import { Trend } from '../numbers/trend.tsx';
import { VerdictWord } from '../numbers/verdict-word.tsx';

type Row = OverviewView['busiest'][number];

/** The virtual services with the most new connections, over all clusters. */
export function BusiestServices({ services }: { readonly services: readonly Row[] }) {
  const t = useTranslations('overview');
  if (services.length === 0) return null;
  return (
    <section aria-label={t('busiestServices')}>
      <SectionHead title={t('busiestServices')} />
      <ol>
        {services.map((row) => (
          <Busy key={`${row.cluster} ${row.key}`} row={row} />
        ))}
      </ol>
    </section>
  );
}

function Busy({ row }: { readonly row: Row }) {
  const t = useTranslations('overview');
  const words = useTranslations('words.columns');
  return (
    <li className="grid min-h-8 grid-cols-[minmax(0,1fr)_auto_6.5rem] items-center gap-x-4 border-b px-4 py-1 max-sm:grid-cols-[minmax(0,1fr)_auto]">
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
        <Link
          href={`/clusters/${encodeURIComponent(row.cluster)}/services/${row.slug}`}
          className="font-medium hover:underline"
        >
          {row.name}
        </Link>
        <span className="text-ink-2">{row.cluster}</span>
        <span className="figures text-ink-3 max-sm:hidden">
          {row.key} {row.config}
        </span>
      </span>
      <Fresh receivedAt={row.receivedAt}>
        <span className="flex items-center gap-x-5 max-sm:gap-x-3">
          <span className="max-sm:hidden">
            <VerdictWord verdict={row.verdict} />
          </span>
          <span className="w-24 text-right" title={t('busiest')}>
            <Rate value={row.cps} /> <span className="text-ink-3">{words('perSecond')}</span>
          </span>
          <span className="w-24 text-right max-sm:hidden" title={words('active')}>
            <Count value={row.activeConn} /> <span className="text-ink-3">{words('active')}</span>
          </span>
          <span className="w-12 text-right max-sm:hidden">
            <Age receivedAt={row.receivedAt} director={row.director} />
          </span>
        </span>
      </Fresh>
      <span className="max-sm:hidden">
        <Trend name={row.name} points={row.cpsHistory} />
      </span>
    </li>
  );
}
