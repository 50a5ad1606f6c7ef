'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ClusterView, RealServerRow } from '../../../domain/display/views.ts';
import { matches } from '../../lib/matches.ts';
import { useTableUrl } from '../../lib/use-table-url.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { Fresh } from '../numbers/fresh.tsx';
import { NameRealServers } from './name-real-servers.tsx';
import { TableTools } from './table-tools.tsx';
import { useRealServerColumns } from './use-real-server-columns.tsx';

/** The machines behind the directors, each with its numbers on the director where they are highest. */
export function RealServersTab({ view }: { readonly view: ClusterView }) {
  const t = useTranslations('cluster');
  const { filter, setFilter, sort, setSort } = useTableUrl();
  const columns = useRealServerColumns(view.name);
  const { realServers } = view;
  const rows = useMemo(
    () => realServers.filter((row) => matches(filter, row.name, ...row.addresses, row.state.kind)),
    [realServers, filter],
  );
  return (
    <Fresh receivedAt={newestSample(view)}>
      <TableTools filter={filter} onFilter={setFilter} shown={rows.length} all={realServers.length}>
        <NameRealServers cluster={view.name} revision={view.revision} definition={view.definition} />
      </TableTools>
      <DataTable
        label={t('realServers')}
        columns={columns}
        rows={rows}
        rowKey={keyOf}
        sort={sort}
        onSort={setSort}
        empty={realServers.length === 0 ? <EmptyState title={t('noRealServers')} /> : undefined}
      />
    </Fresh>
  );
}

const keyOf = (row: RealServerRow): string => row.name;

/** A row doesn't say which director it is from: it is no younger than the newest sample of any. */
const newestSample = (view: ClusterView): number | null =>
  view.directors.reduce<number | null>(
    (newest, { receivedAt }) => (receivedAt !== null && (newest === null || receivedAt > newest) ? receivedAt : newest),
    null,
  );
