'use client';

import Link from 'next/link';
import { type ReactNode, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ServiceRow } from '../../../domain/display/views.ts';
import type { Column } from '../../ui/table/column.ts';
import { Age } from '../numbers/age.tsx';
import { copiedNumber } from '../numbers/copied-number.ts';
import { Count, Rate, Written } from '../numbers/figures.tsx';
import { Fresh } from '../numbers/fresh.tsx';
import { sampleTime } from '../numbers/state-text.ts';
import { Trend } from '../numbers/trend.tsx';
import { VerdictWord } from '../numbers/verdict-word.tsx';

/** The columns of a list of virtual services; every number dims and goes with the age of its row. */
export function useServiceColumns(cluster: string): readonly Column<ServiceRow>[] {
  const t = useTranslations('cluster');
  const words = useTranslations('words.columns');
  const overview = useTranslations('overview');
  const verdicts = useTranslations('words.verdict');
  return useMemo(
    () => [
      {
        id: 'name',
        head: t('service'),
        width: 140,
        sortBy: (row) => row.name,
        cell: (row) => (
          <Link
            href={`/clusters/${encodeURIComponent(cluster)}/services/${row.slug}`}
            className="font-medium hover:underline"
          >
            {row.name}
          </Link>
        ),
      },
      {
        id: 'key',
        head: t('key'),
        width: 200,
        sortBy: (row) => row.key,
        cell: (row) => <span className="figures">{row.key}</span>,
      },
      {
        id: 'config',
        head: t('config'),
        width: 170,
        sortBy: (row) => row.config,
        cell: (row) => <span className="figures text-ink-2">{row.config}</span>,
      },
      {
        id: 'serving',
        head: t('destinations'),
        width: 84,
        align: 'right',
        sortBy: (row) => (row.destinations === 0 ? null : row.serving / row.destinations),
        text: (row) => `${row.serving} / ${row.destinations}`,
        cell: (row) => (
          <Fresh receivedAt={row.receivedAt}>
            <Count value={row.director === null ? null : row.serving} />
            <span className="figures text-ink-3"> / </span>
            <Written value={row.destinations} />
          </Fresh>
        ),
      },
      {
        id: 'cps',
        head: words('cps'),
        unit: words('perSecond'),
        title: overview('busiest'),
        width: 92,
        align: 'right',
        sortBy: (row) => row.cps,
        text: (row) => copiedNumber.rate(row.cps),
        cell: (row) => (
          <OfRow row={row}>
            <Rate value={row.cps} />
          </OfRow>
        ),
      },
      {
        id: 'active',
        head: words('active'),
        width: 92,
        align: 'right',
        sortBy: (row) => row.activeConn,
        cell: (row) => (
          <OfRow row={row}>
            <Count value={row.activeConn} />
          </OfRow>
        ),
      },
      {
        id: 'inactive',
        head: words('inactive'),
        width: 92,
        align: 'right',
        sortBy: (row) => row.inactConn,
        cell: (row) => (
          <OfRow row={row}>
            <Count value={row.inactConn} />
          </OfRow>
        ),
      },
      {
        id: 'trend',
        head: words('trend'),
        unit: words('trendUnit'),
        width: 108,
        cell: (row) => <Trend name={row.name} points={row.cpsHistory} />,
      },
      {
        id: 'verdict',
        head: t('balance'),
        width: 178,
        sortBy: (row) => verdictOrder.indexOf(row.verdict.kind),
        text: (row) => verdicts(row.verdict.kind),
        cell: (row) => (
          <OfRow row={row}>
            <VerdictWord verdict={row.verdict} />
          </OfRow>
        ),
      },
      {
        id: 'director',
        head: words('director'),
        title: overview('busiest'),
        width: 92,
        sortBy: (row) => row.director,
        cell: (row) =>
          row.director ? (
            <Link href={`/directors/${encodeURIComponent(row.director)}`} className="text-ink-2 hover:underline">
              {row.director}
            </Link>
          ) : (
            <span className="text-ink-3">{overview('noDirectors')}</span>
          ),
      },
      {
        id: 'age',
        head: words('age'),
        width: 64,
        align: 'right',
        text: sampleTime,
        cell: (row) => <Age receivedAt={row.receivedAt} director={row.director} />,
      },
    ],
    [cluster, t, words, overview, verdicts],
  );
}

/** What needs eyes comes first. */
const verdictOrder: readonly ServiceRow['verdict']['kind'][] = [
  'skewed',
  'unknown',
  'too-little-traffic',
  'nothing-to-balance',
  'balanced',
  'as-configured',
];

function OfRow({ row, children }: { readonly row: ServiceRow; readonly children: ReactNode }) {
  return <Fresh receivedAt={row.receivedAt}>{children}</Fresh>;
}
