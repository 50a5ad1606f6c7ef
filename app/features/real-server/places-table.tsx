'use client';

import { useTranslations } from 'use-intl';
import type { RealServerPlace } from '../../../domain/display/views.ts';
import { useTableUrl } from '../../lib/use-table-url.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { TableMenu } from '../table-menu/table-menu.tsx';
import { useChosenColumns } from '../table-menu/use-chosen-columns.ts';
import { usePlaceColumns } from './use-place-columns.tsx';

interface PlacesTableProps {
  readonly cluster: string;
  readonly places: readonly RealServerPlace[];
}

/** Every destination of a real server, one row for each director that has it. */
export function PlacesTable({ cluster, places }: PlacesTableProps) {
  const t = useTranslations('realServer');
  const { sort, setSort } = useTableUrl();
  const columns = usePlaceColumns(cluster);
  const { shown, show } = useChosenColumns(columns);
  return (
    <>
      {places.length > 0 ? (
        <div className="flex justify-end border-b px-4 py-1.5">
          <TableMenu columns={columns} shown={shown} onShow={show} rows={places} sort={sort} />
        </div>
      ) : null}
      <DataTable
        label={t('places')}
        columns={shown}
        rows={places}
        rowKey={keyOf}
        sort={sort}
        onSort={setSort}
        empty={<EmptyState title={t('noPlaces')} next={t('noPlacesNext')} />}
      />
    </>
  );
}

const keyOf = ({ service, row, director }: RealServerPlace): string => `${service} ${row.key} ${director.name}`;
