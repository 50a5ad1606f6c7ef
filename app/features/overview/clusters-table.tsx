'use client';

import Link from 'next/link';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ClusterRow } from '../../../domain/display/views.ts';
import { useTableUrl } from '../../lib/use-table-url.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { Age } from '../numbers/age.tsx';
import { Count, Rate, Written } from '../numbers/figures.tsx';
import { Fresh } from '../numbers/fresh.tsx';
import { SimulatedMark } from '../numbers/simulated-mark.tsx';
import { Trend } from '../numbers/trend.tsx';
import { AddCluster } from './add-cluster.tsx';
import { DirectorsInStep } from './directors-in-step.tsx';
import { RealServerCounts } from './real-server-counts.tsx';
import { SkewWord } from './skew-word.tsx';

export function ClustersTable({ clusters }: { readonly clusters: readonly ClusterRow[] }) {
  const t = useTranslations('overview');
  const { sort, setSort } = useTableUrl();
  const columns = useColumns();
  return (
    <DataTable
      label={t('clusters')}
      columns={columns}
      rows={clusters}
      rowKey={rowKey}
      sort={sort}
      onSort={setSort}
      empty={
        <EmptyState
          title={t('empty')}
          next={t('emptyNext')}
          action={
            <div className="flex flex-wrap gap-2">
              <AddCluster />
              <AddCluster next="import" />
            </div>
          }
        />
      }
    />
  );
}

const rowKey = (row: ClusterRow): string => row.name;

function useColumns(): readonly Column<ClusterRow>[] {
  const t = useTranslations('overview');
  const words = useTranslations('words.columns');
  return useMemo(
    () => [
      {
        id: 'name',
        head: t('cluster'),
        width: 150,
        sortBy: (row) => row.name,
        cell: (row) => (
          <span className="inline-flex items-center gap-1.5">
            <Link href={`/clusters/${encodeURIComponent(row.name)}`} className="font-medium hover:underline">
              {row.name}
            </Link>
            {row.directors.some((director) => director.simulated) ? <SimulatedMark /> : null}
          </span>
        ),
      },
      { id: 'directors', head: t('directors'), width: 136, cell: (row) => <DirectorsInStep row={row} /> },
      {
        id: 'services',
        head: t('services'),
        width: 80,
        align: 'right',
        sortBy: (row) => row.services,
        cell: (row) => <Written value={row.services} />,
      },
      {
        id: 'realServers',
        head: t('realServers'),
        width: 250,
        cell: (row) => (
          <Fresh receivedAt={row.receivedAt}>
            <RealServerCounts cluster={row.name} count={row.realServers} />
          </Fresh>
        ),
      },
      {
        id: 'cps',
        head: words('cps'),
        unit: words('perSecond'),
        title: t('busiest'),
        width: 100,
        align: 'right',
        sortBy: (row) => row.cps,
        cell: (row) => (
          <Fresh receivedAt={row.receivedAt}>
            <Rate value={row.cps} />
          </Fresh>
        ),
      },
      {
        id: 'active',
        head: words('active'),
        title: t('busiest'),
        width: 100,
        align: 'right',
        sortBy: (row) => row.activeConn,
        cell: (row) => (
          <Fresh receivedAt={row.receivedAt}>
            <Count value={row.activeConn} />
          </Fresh>
        ),
      },
      {
        id: 'trend',
        head: words('trend'),
        unit: words('trendUnit'),
        width: 112,
        cell: (row) => <Trend name={row.name} points={row.cpsHistory} />,
      },
      {
        id: 'skew',
        head: t('skew'),
        width: 120,
        sortBy: (row) => -row.skewed,
        cell: (row) => (
          <Fresh receivedAt={row.receivedAt}>
            <SkewWord row={row} />
          </Fresh>
        ),
      },
      { id: 'age', head: words('age'), width: 64, align: 'right', cell: (row) => <Age receivedAt={row.receivedAt} /> },
    ],
    [t, words],
  );
}
