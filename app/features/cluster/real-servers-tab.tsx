'use client';

import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ClusterView, RealServerRow } from '../../../domain/display/views.ts';
import { matches } from '../../lib/matches.ts';
import { useTableUrl } from '../../lib/use-table-url.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { DirectorListing } from '../listing/director-listing.tsx';
import { ShownAsSwitch } from '../listing/shown-as-switch.tsx';
import { useShownAs } from '../listing/use-shown-as.ts';
import { TableMenu } from '../table-menu/table-menu.tsx';
import { useChosenColumns } from '../table-menu/use-chosen-columns.ts';
import { NameRealServers } from './name-real-servers.tsx';
import { useRealServerDrains } from './real-server-drains.tsx';
import { TableTools } from './table-tools.tsx';
import { useRealServerColumns } from './use-real-server-columns.tsx';

/** The machines behind the directors, each with its numbers on the director where they are highest. */
export function RealServersTab({ view }: { readonly view: ClusterView }) {
  const t = useTranslations('cluster');
  const { filter, setFilter, sort, setSort } = useTableUrl();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const columns = useRealServerColumns(view.name);
  const { shown, show } = useChosenColumns(columns);
  const { realServers } = view;
  const rows = useMemo(
    () => realServers.filter((row) => matches(filter, row.name, ...row.addresses, row.state.kind)),
    [realServers, filter],
  );
  const { as } = useShownAs();
  const addresses = useMemo(() => new Set<string>(realServers.flatMap((row) => row.addresses)), [realServers]);
  const chosen = realServers.filter((row) => selected.has(row.name));
  const drains = useRealServerDrains(view.name, chosen);
  return (
    <>
      <TableTools filter={filter} onFilter={setFilter} shown={rows.length} all={realServers.length}>
        {drains.buttons}
        {realServers.length > 0 ? <ShownAsSwitch /> : null}
        {realServers.length > 0 && as === 'table' ? (
          <TableMenu columns={columns} shown={shown} onShow={show} rows={rows} sort={sort} />
        ) : null}
        <NameRealServers cluster={view.name} revision={view.revision} />
      </TableTools>
      {as === 'ipvsadm' && realServers.length > 0 ? (
        <DirectorListing
          directors={view.directors}
          atFirst={realServers[0]?.director ?? null}
          addresses={addresses}
          filter={filter}
        />
      ) : (
        <DataTable
          label={t('realServers')}
          columns={shown}
          rows={rows}
          rowKey={nameOf}
          rowName={nameOf}
          sort={sort}
          onSort={setSort}
          selected={selected}
          onSelect={setSelected}
          rowKeys={{
            d: (row) => drains.begin('drain', chosen.length > 0 ? chosen : [row]),
            u: (row) => drains.begin('return', chosen.length > 0 ? chosen : [row]),
          }}
          empty={realServers.length === 0 ? <EmptyState title={t('noRealServers')} /> : undefined}
        />
      )}
      {drains.drawer}
    </>
  );
}

const nameOf = (row: RealServerRow): string => row.name;
