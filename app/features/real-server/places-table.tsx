'use client';

import { useTranslations } from 'use-intl';
import type { RealServerPlace } from '../../../domain/display/views.ts';
import { useTableUrl } from '../../lib/use-table-url.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
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
  return (
    <DataTable
      label={t('places')}
      columns={columns}
      rows={places}
      rowKey={keyOf}
      sort={sort}
      onSort={setSort}
      empty={<EmptyState title={t('noPlaces')} next={t('noPlacesNext')} />}
    />
  );
}

const keyOf = ({ service, row, director }: RealServerPlace): string => `${service} ${row.key} ${director.name}`;
