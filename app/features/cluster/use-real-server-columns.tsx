'use client';

import Link from 'next/link';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { RealServerRow } from '../../../domain/display/views.ts';
import type { Column } from '../../ui/table/column.ts';
import { RowStateWord } from '../drain/row-state-word.tsx';
import { Age } from '../numbers/age.tsx';
import { copiedNumber } from '../numbers/copied-number.ts';
import { stateOrder } from '../numbers/destination-state-word.tsx';
import { Count, Rate, Written } from '../numbers/figures.tsx';
import { Fresh } from '../numbers/fresh.tsx';
import { sampleTime, stateCount } from '../numbers/state-text.ts';
import { Trend } from '../numbers/trend.tsx';
import { OutReasons } from '../real-server/out-reasons.tsx';

/** The columns of a list of real servers; labels have one where there are any. */
export function useRealServerColumns(cluster: string, labelled: boolean): readonly Column<RealServerRow>[] {
  const t = useTranslations('cluster');
  const words = useTranslations('words.columns');
  const overview = useTranslations('overview');
  const states = useTranslations('words.state');
  return useMemo(
    () => [
      {
        id: 'name',
        head: words('realServer'),
        width: 150,
        sortBy: (row) => row.name,
        cell: (row) => (
          <Link
            href={`/clusters/${encodeURIComponent(cluster)}/real-servers/${encodeURIComponent(row.name)}`}
            className="font-medium hover:underline"
          >
            {row.name}
          </Link>
        ),
      },
      {
        id: 'addresses',
        head: t('addresses'),
        width: 150,
        sortBy: (row) => row.addresses[0] ?? null,
        text: (row) => row.addresses.join(' '),
        cell: (row) => <span className="figures">{row.addresses.join(', ')}</span>,
      },
      ...(labelled ? [labels(t('labels'))] : []),
      {
        id: 'state',
        head: words('state'),
        width: 146,
        sortBy: (row) => stateOrder(row.state),
        text: (row) => states(row.state.kind, stateCount(row.state)),
        cell: (row) => (
          <Fresh receivedAt={row.receivedAt}>
            <RowStateWord row={row} />
          </Fresh>
        ),
      },
      {
        id: 'services',
        head: t('inServices'),
        width: 80,
        align: 'right',
        sortBy: (row) => row.services,
        cell: (row) => <Written value={row.services} />,
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
          <Fresh receivedAt={row.receivedAt}>
            <Rate value={row.cps} />
          </Fresh>
        ),
      },
      {
        id: 'active',
        head: words('active'),
        title: overview('busiest'),
        width: 96,
        align: 'right',
        sortBy: (row) => row.activeConn,
        cell: (row) => (
          <Fresh receivedAt={row.receivedAt}>
            <Count value={row.activeConn} />
          </Fresh>
        ),
      },
      {
        id: 'inactive',
        head: words('inactive'),
        title: overview('busiest'),
        width: 92,
        align: 'right',
        sortBy: (row) => row.inactConn,
        cell: (row) => (
          <Fresh receivedAt={row.receivedAt}>
            <Count value={row.inactConn} />
          </Fresh>
        ),
      },
      {
        id: 'persistent',
        head: words('persistent'),
        title: words('persistentTitle'),
        width: 96,
        align: 'right',
        sortBy: (row) => row.persistConn,
        cell: (row) => (
          <Fresh receivedAt={row.receivedAt}>
            <Count value={row.persistConn} />
          </Fresh>
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
        id: 'age',
        head: words('age'),
        width: 64,
        align: 'right',
        text: sampleTime,
        cell: (row) => <Age receivedAt={row.receivedAt} director={row.director} />,
      },
      {
        id: 'out',
        head: t('outBy'),
        width: 190,
        text: (row) => row.outBy.map(({ reason }) => reason).join('; '),
        cell: (row) => <OutReasons overlays={row.outBy} oneLine />,
      },
    ],
    [cluster, labelled, t, words, overview, states],
  );
}

const labels = (head: string): Column<RealServerRow> => ({
  ...{ id: 'labels', head, width: 120 },
  sortBy: (row) => row.labels.join(' ') || null,
  cell: (row) => <span title={row.labels.join('\n')}>{row.labels.join(' ')}</span>,
});
