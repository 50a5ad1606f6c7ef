'use client';

import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ClusterView, RealServerRow } from '../../../domain/display/views.ts';
import { matches } from '../../lib/matches.ts';
import { useTableUrl } from '../../lib/use-table-url.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { DirectorListing } from '../listing/director-listing.tsx';
import { ShownAsSwitch } from '../listing/shown-as-switch.tsx';
import { useShownAs } from '../listing/use-shown-as.ts';
import { TableMenu } from '../table-menu/table-menu.tsx';
import { useChosenColumns } from '../table-menu/use-chosen-columns.ts';
import { LabelChips } from './label-chips.tsx';
import { countLabels, hasLabels, labelsIn } from './label-filter.ts';
import { NameRealServers } from './name-real-servers.tsx';
import { useRealServerDrains } from './real-server-drains.tsx';
import { RealServersList } from './real-servers-list.tsx';
import { TableTools } from './table-tools.tsx';
import { useRealServerColumns } from './use-real-server-columns.tsx';

/** The machines behind the directors, each with its numbers on the director where they are highest. */
export function RealServersTab({ view }: { readonly view: ClusterView }) {
  const t = useTranslations('cluster');
  const { filter, setFilter, sort, setSort } = useTableUrl();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { realServers } = view;
  const counts = useMemo(() => countLabels(realServers), [realServers]);
  const columns = useRealServerColumns(view.name, counts.length > 0);
  const { shown, show } = useChosenColumns(columns);
  const asked = useMemo(() => labelsIn(filter), [filter]);
  const rows = useMemo(
    () =>
      realServers.filter(
        (row) =>
          hasLabels(row.labels, asked.labels) &&
          matches(asked.text, row.name, ...row.addresses, ...row.labels, row.state.kind),
      ),
    [realServers, asked],
  );
  const { as } = useShownAs();
  const narrow = useNarrow();
  const addresses = useMemo(() => new Set<string>(realServers.flatMap((row) => row.addresses)), [realServers]);
  // A label that is asked for chooses all that have it, until some are ticked.
  const byLabel = selected.size === 0 && asked.labels.length > 0;
  const chosen = byLabel ? rows : realServers.filter((row) => selected.has(row.name));
  const drains = useRealServerDrains(view.name, chosen, byLabel ? asked.labels.join(' ') : null);
  return (
    <>
      <TableTools filter={filter} onFilter={setFilter} shown={rows.length} all={realServers.length}>
        {drains.buttons}
        {realServers.length > 0 ? <ShownAsSwitch /> : null}
        {realServers.length > 0 && as === 'table' && !narrow ? (
          <TableMenu columns={columns} shown={shown} onShow={show} rows={rows} sort={sort} />
        ) : null}
        <NameRealServers cluster={view.name} revision={view.revision} />
      </TableTools>
      <LabelChips counts={counts} filter={filter} onFilter={setFilter} />
      {as === 'ipvsadm' && realServers.length > 0 ? (
        <DirectorListing
          directors={view.directors}
          atFirst={realServers[0]?.director ?? null}
          addresses={addresses}
          filter={asked.text}
        />
      ) : narrow && rows.length > 0 ? (
        <RealServersList cluster={view.name} rows={rows} actions={drains.action} />
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
            d: (row) => drains.begin('drain', selected.size > 0 ? chosen : [row]),
            u: (row) => drains.begin('return', selected.size > 0 ? chosen : [row]),
          }}
          empty={realServers.length === 0 ? <EmptyState title={t('noRealServers')} /> : undefined}
        />
      )}
      {drains.drawer}
    </>
  );
}

const nameOf = (row: RealServerRow): string => row.name;
