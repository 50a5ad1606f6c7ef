'use client';

import Link from 'next/link';
import { type ReactNode, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { RealServerPlace } from '../../../domain/display/views.ts';
import type { Column } from '../../ui/table/column.ts';
import { HealthCell } from '../checks/health-cell.tsx';
import { useOutcomeText } from '../checks/use-outcome-text.ts';
import { RowStateWord } from '../drain/row-state-word.tsx';
import { Age } from '../numbers/age.tsx';
import { copiedNumber } from '../numbers/copied-number.ts';
import { stateOrder } from '../numbers/destination-state-word.tsx';
import { DirectorName } from '../numbers/director-name.tsx';
import { Count, Kilobytes, Rate } from '../numbers/figures.tsx';
import { Fresh } from '../numbers/fresh.tsx';
import { sampleTime, stateCount } from '../numbers/state-text.ts';
import { Trend } from '../numbers/trend.tsx';
import { WeightCell } from '../service/weight-cell.tsx';

/** The columns of a real server's places; every number dims and goes with the age of its director's sample. */
export function usePlaceColumns(cluster: string): readonly Column<RealServerPlace>[] {
  const words = useTranslations('words.columns');
  const states = useTranslations('words.state');
  const checks = useTranslations('checks');
  const outcomeText = useOutcomeText();
  return useMemo(() => {
    const number = (
      id: string,
      text: { head: string; unit?: string; title?: string },
      value: (place: RealServerPlace) => number | null,
      cell: (value: number | null) => ReactNode,
      copied: (value: number | null) => number | null = (known) => known,
    ): Column<RealServerPlace> => ({
      id,
      ...text,
      width: 92,
      align: 'right',
      sortBy: value,
      text: (place) => copied(value(place)),
      cell: (place) => <Fresh receivedAt={place.director.receivedAt}>{cell(value(place))}</Fresh>,
    });
    const count = (value: number | null) => <Count value={value} />;
    const kilobytes = (value: number | null) => <Kilobytes value={value} />;
    return [
      {
        id: 'service',
        head: words('service'),
        width: 140,
        sortBy: (place) => place.serviceName,
        cell: (place) => (
          <Link
            href={`/clusters/${encodeURIComponent(cluster)}/services/${place.slug}?director=${encodeURIComponent(place.director.name)}`}
            className="font-medium hover:underline"
          >
            {place.serviceName}
          </Link>
        ),
      },
      {
        id: 'director',
        head: words('director'),
        width: 130,
        sortBy: ({ director }) => director.name,
        cell: ({ director }) => <DirectorName name={director.name} simulated={director.simulated} />,
      },
      {
        id: 'key',
        head: words('destination'),
        width: 150,
        sortBy: ({ row }) => row.key,
        cell: ({ row }) => <span className="figures">{row.key}</span>,
      },
      {
        id: 'state',
        head: words('state'),
        width: 146,
        sortBy: ({ row }) => stateOrder(row.state),
        text: ({ row }) => states(row.state.kind, stateCount(row.state)),
        cell: ({ row, director }) => (
          <Fresh receivedAt={director.receivedAt}>
            <RowStateWord row={row} />
          </Fresh>
        ),
      },
      {
        id: 'check',
        head: checks('head'),
        title: checks('headTitle'),
        width: 174,
        sortBy: ({ row }) => row.health?.verdict ?? null,
        text: ({ row }) => (row.health?.last ? outcomeText(row.health.last.outcome) : ''),
        cell: ({ row, director }) => (
          <Fresh receivedAt={director.receivedAt}>
            <HealthCell health={row.health} />
          </Fresh>
        ),
      },
      {
        id: 'weight',
        head: words('weight'),
        title: words('weightTitle'),
        width: 80,
        align: 'right',
        sortBy: ({ row }) => row.effectiveWeight,
        cell: ({ row }) => <WeightCell row={row} />,
      },
      number('active', { head: words('active') }, ({ row }) => row.activeConn, count),
      number('inactive', { head: words('inactive') }, ({ row }) => row.inactConn, count),
      number(
        'persistent',
        { head: words('persistent'), title: words('persistentTitle') },
        ({ row }) => row.persistConn,
        count,
      ),
      number(
        'cps',
        { head: words('cps'), unit: words('perSecond') },
        ({ row }) => row.cps,
        (value) => <Rate value={value} />,
        copiedNumber.rate,
      ),
      number(
        'in',
        { head: words('in'), unit: words('kilobytes') },
        ({ row }) => row.inRate,
        kilobytes,
        copiedNumber.kilobytes,
      ),
      number(
        'out',
        { head: words('out'), unit: words('kilobytes') },
        ({ row }) => row.outRate,
        kilobytes,
        copiedNumber.kilobytes,
      ),
      {
        id: 'trend',
        head: words('trend'),
        unit: words('trendUnit'),
        width: 108,
        cell: (place) => <Trend name={place.serviceName} points={place.row.cpsHistory} />,
      },
      {
        id: 'age',
        head: words('age'),
        width: 64,
        align: 'right',
        text: ({ director }) => sampleTime(director),
        cell: ({ director }) => <Age receivedAt={director.receivedAt} director={director.name} />,
      },
    ];
  }, [cluster, words, states, checks, outcomeText]);
}
