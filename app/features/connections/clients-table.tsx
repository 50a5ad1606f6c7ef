'use client';

import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ConnectionSummary } from '../../../domain/connections/connection-summary.ts';
import { formatCount } from '../../lib/formats.ts';
import type { Column, Sort } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { tallyColumns } from './tally-columns.tsx';

type Row = ConnectionSummary['clients'][number];

/** The clients with the most connections, and where most of theirs are. */
export function ClientsTable({ summary }: { readonly summary: ConnectionSummary }) {
  const t = useTranslations('connections');
  const [sort, setSort] = useState<Sort | null>({ column: 'connections', descending: true });
  const { clients, clientCount, connectionCount } = summary;
  const columns = useMemo(
    (): readonly Column<Row>[] => [
      {
        id: 'client',
        head: t('client'),
        width: 200,
        sortBy: (row) => row.client,
        cell: (row) => <span className="figures font-medium">{row.client}</span>,
      },
      ...tallyColumns<Row>(connectionCount, t),
      {
        id: 'destination',
        head: t('mostly'),
        width: 200,
        sortBy: (row) => row.destination,
        cell: (row) => <span className="figures text-ink-2">{row.destination}</span>,
      },
    ],
    [connectionCount, t],
  );
  return (
    <>
      <p className="px-4 py-1.5 text-ink-2">
        {t('shown', { shown: formatCount(clients.length), count: formatCount(clientCount) })}
      </p>
      <DataTable
        label={t('clients')}
        columns={columns}
        rows={clients}
        rowKey={(row) => row.client}
        sort={sort}
        onSort={setSort}
        empty={t('none')}
      />
    </>
  );
}
