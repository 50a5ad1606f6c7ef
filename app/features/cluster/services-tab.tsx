'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { ClusterView, ServiceRow } from '../../../domain/display/views.ts';
import { matches } from '../../lib/matches.ts';
import { useTableUrl } from '../../lib/use-table-url.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { ImportLink } from '../import/import-link.tsx';
import { DirectorListing } from '../listing/director-listing.tsx';
import { ShownAsSwitch } from '../listing/shown-as-switch.tsx';
import { useShownAs } from '../listing/use-shown-as.ts';
import { TableMenu } from '../table-menu/table-menu.tsx';
import { useChosenColumns } from '../table-menu/use-chosen-columns.ts';
import { AddServiceButton, AddServiceDrawer } from './add-service.tsx';
import { TableTools } from './table-tools.tsx';
import { useServiceColumns } from './use-service-columns.tsx';

/** The virtual services of a cluster, each with its numbers on the director where it is busiest. */
export function ServicesTab({ view }: { readonly view: ClusterView }) {
  const t = useTranslations('cluster');
  const { filter, setFilter, sort, setSort } = useTableUrl();
  const { as } = useShownAs();
  const columns = useServiceColumns(view.name);
  const { shown, show } = useChosenColumns(columns);
  const { services } = view;
  const rows = useMemo(
    () => services.filter((row) => matches(filter, row.name, row.key, row.config, row.director)),
    [services, filter],
  );
  return (
    <>
      <TableTools filter={filter} onFilter={setFilter} shown={rows.length} all={services.length}>
        {services.length > 0 ? (
          <>
            <ShownAsSwitch />
            {as === 'table' ? (
              <TableMenu columns={columns} shown={shown} onShow={show} rows={rows} sort={sort} />
            ) : null}
            <AddServiceButton />
          </>
        ) : null}
      </TableTools>
      {as === 'ipvsadm' && services.length > 0 ? (
        <DirectorListing directors={view.directors} atFirst={services[0]?.director ?? null} filter={filter} />
      ) : (
        <DataTable
          label={t('services')}
          columns={shown}
          rows={rows}
          rowKey={keyOf}
          sort={sort}
          onSort={setSort}
          empty={
            services.length === 0 ? (
              <EmptyState
                title={t('noServices')}
                next={t('noServicesNext')}
                action={
                  <div className="flex flex-wrap gap-2">
                    <AddServiceButton look="primary" />
                    <ImportLink cluster={view.name} look="today" />
                  </div>
                }
              />
            ) : undefined
          }
        />
      )}
      <AddServiceDrawer cluster={view.name} revision={view.revision} />
    </>
  );
}

const keyOf = (row: ServiceRow): string => row.key;
