'use client';

import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ConnectionSummary } from '../../../domain/connections/connection-summary.ts';
import type { DirectorView } from '../../../domain/display/views.ts';
import { formatCount } from '../../lib/formats.ts';
import type { Column, Sort } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { tallyColumns } from './tally-columns.tsx';

type Row = ConnectionSummary['destinations'][number];

interface LookedDestinationsProps {
  readonly summary: ConnectionSummary;
  readonly view: DirectorView;
}

/** Connections of each destination by their state, with its persistence templates. */
export function LookedDestinations({ summary, view }: LookedDestinationsProps) {
  const t = useTranslations('connections');
  const [sort, setSort] = useState<Sort | null>({ column: 'connections', descending: true });
  const { destinations, connectionCount } = summary;
  const { services } = view;
  const columns = useMemo((): readonly Column<Row>[] => {
    const names = new Map(services.flatMap((one) => one.destinations.map((to) => [to.key, to.realServer] as const)));
    return [
      {
        id: 'destination',
        head: t('destination'),
        width: 220,
        sortBy: (row) => row.destination,
        cell: (row) => (
          <>
            <span className="figures font-medium">{row.destination}</span>{' '}
            <span className="text-ink-2">{names.get(row.destination)}</span>
          </>
        ),
      },
      ...tallyColumns<Row>(connectionCount, t),
      {
        id: 'states',
        head: t('states'),
        width: 380,
        cell: (row) => <span className="figures text-ink-2">{statesText(row)}</span>,
      },
    ];
  }, [services, connectionCount, t]);
  return (
    <DataTable
      label={t('destinations')}
      columns={columns}
      rows={destinations}
      rowKey={(row) => row.destination}
      sort={sort}
      onSort={setSort}
      empty={t('none')}
    />
  );
}

/** `ESTABLISHED 12 · FIN_WAIT 3`, the most first. */
const statesText = (row: Row): string =>
  Object.entries(row.states)
    .sort(([, a], [, b]) => b - a)
    .map(([state, count]) => `${state} ${formatCount(count)}`)
    .join(' · ');
