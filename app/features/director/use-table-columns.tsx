'use client';

import Link from 'next/link';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { DestinationRow } from '../../../domain/display/destination-row.ts';
import type { DirectorService } from '../../../domain/display/views.ts';
import type { Column } from '../../ui/table/column.ts';
import { copiedNumber } from '../numbers/copied-number.ts';
import { Count, Rate, Written } from '../numbers/figures.tsx';
import { StandingWord, standingOrder } from './standing-word.tsx';

/** The columns of a director's table. Freshness comes from around it: all rows are of one sample. */
export function useTableColumns(cluster: string): readonly Column<DirectorService>[] {
  const t = useTranslations('director');
  const names = useTranslations('cluster');
  const words = useTranslations('words.columns');
  return useMemo(
    () => [
      {
        id: 'key',
        head: names('key'),
        width: 200,
        sortBy: (row) => row.key,
        cell: (row) => (
          <Link
            href={`/clusters/${encodeURIComponent(cluster)}/services/${row.slug}`}
            className="figures font-medium hover:underline"
          >
            {row.key}
          </Link>
        ),
      },
      {
        id: 'config',
        head: names('config'),
        width: 190,
        sortBy: (row) => row.config,
        cell: (row) => <span className="figures text-ink-2">{row.config}</span>,
      },
      {
        id: 'name',
        head: names('service'),
        width: 140,
        sortBy: (row) => row.name,
        cell: (row) => row.name ?? <span className="text-ink-3">{names('kernelOnly')}</span>,
      },
      {
        id: 'standing',
        head: t('standingHead'),
        width: 110,
        sortBy: (row) => standingOrder(row.standing),
        text: (row) => t(`standing.${row.standing}`),
        cell: (row) => <StandingWord standing={row.standing} />,
      },
      {
        id: 'destinations',
        head: t('destinations'),
        width: 96,
        align: 'right',
        sortBy: (row) => row.destinations.length,
        cell: (row) => <Written value={row.destinations.length} />,
      },
      {
        id: 'active',
        head: words('active'),
        width: 96,
        align: 'right',
        sortBy: (row) => sum(row, ({ activeConn }) => activeConn),
        cell: (row) => <Count value={sum(row, ({ activeConn }) => activeConn)} />,
      },
      {
        id: 'inactive',
        head: words('inactive'),
        width: 96,
        align: 'right',
        sortBy: (row) => sum(row, ({ inactConn }) => inactConn),
        cell: (row) => <Count value={sum(row, ({ inactConn }) => inactConn)} />,
      },
      {
        id: 'cps',
        head: words('cps'),
        unit: words('perSecond'),
        width: 96,
        align: 'right',
        sortBy: (row) => sum(row, ({ cps }) => cps),
        text: (row) => copiedNumber.rate(sum(row, ({ cps }) => cps)),
        cell: (row) => <Rate value={sum(row, ({ cps }) => cps)} />,
      },
    ],
    [cluster, t, names, words],
  );
}

/** Of the destinations whose number is known; null when none is. */
function sum(row: DirectorService, value: (destination: DestinationRow) => number | null): number | null {
  const known = row.destinations.flatMap((destination) => value(destination) ?? []);
  return known.length === 0 ? null : known.reduce((total, one) => total + one, 0);
}
