'use client';

import { useTranslations } from 'use-intl';
import type { RealServerPlace, RealServerView } from '../../../domain/display/views.ts';
import { useTableUrl } from '../../lib/use-table-url.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SectionHead } from '../../ui/page-head.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { DirectorListing } from '../listing/director-listing.tsx';
import { ShownAsSwitch } from '../listing/shown-as-switch.tsx';
import { useShownAs } from '../listing/use-shown-as.ts';
import { TableMenu } from '../table-menu/table-menu.tsx';
import { useChosenColumns } from '../table-menu/use-chosen-columns.ts';
import { usePlaceColumns } from './use-place-columns.tsx';

/** Every destination of a real server, one row for each director that has it. */
export function PlacesSection({ view }: { readonly view: RealServerView }) {
  const { cluster, places } = view;
  const { as } = useShownAs();
  const t = useTranslations('realServer');
  const { sort, setSort } = useTableUrl();
  const columns = usePlaceColumns(cluster);
  const { shown, show } = useChosenColumns(columns);
  return (
    <div>
      <SectionHead title={t('places')}>
        <span className="figures text-ink-3">{places.length}</span>
        {places.length > 0 ? (
          <span className="ml-auto flex gap-2">
            <ShownAsSwitch />
            {as === 'table' ? (
              <TableMenu columns={columns} shown={shown} onShow={show} rows={places} sort={sort} />
            ) : null}
          </span>
        ) : null}
      </SectionHead>
      {as === 'ipvsadm' && places.length > 0 ? (
        <DirectorListing directors={directorsOf(view)} addresses={new Set<string>(view.addresses)} />
      ) : (
        <DataTable
          label={t('places')}
          columns={shown}
          rows={places}
          rowKey={keyOf}
          sort={sort}
          onSort={setSort}
          empty={<EmptyState title={t('noPlaces')} next={t('noPlacesNext')} />}
        />
      )}
    </div>
  );
}

const keyOf = ({ service, row, director }: RealServerPlace): string => `${service} ${row.key} ${director.name}`;

/** The directors that have it in their tables, each once. */
const directorsOf = ({ places }: RealServerView) => [
  ...new Map(places.map(({ director }) => [director.name, director])).values(),
];
