'use client';

import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { DirectorService, DirectorView } from '../../../domain/display/views.ts';
import { matches } from '../../lib/matches.ts';
import { useTableUrl } from '../../lib/use-table-url.ts';
import { FilterBox } from '../../ui/filter-box.tsx';
import { Segments } from '../../ui/segments.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { Listing } from '../listing/listing.tsx';
import { listingPart } from '../listing/listing-parts.ts';
import { ShownAsSwitch } from '../listing/shown-as-switch.tsx';
import { useShownAs } from '../listing/use-shown-as.ts';
import { TableMenu } from '../table-menu/table-menu.tsx';
import { useChosenColumns } from '../table-menu/use-chosen-columns.ts';
import { useTableColumns } from './use-table-columns.tsx';

const standings = ['ours', 'drifted', 'missing', 'foreign'] as const;
const choices = ['all', ...standings] as const;

/** A director's table, each service by how it stands to the definition. */
export function TableTab({ view }: { readonly view: DirectorView }) {
  const t = useTranslations('director');
  const shell = useTranslations('shell');
  const { filter, setFilter, sort, setSort } = useTableUrl();
  const [standing, setStanding] = useQueryState('standing', parseAsStringLiteral(choices).withDefault('all'));
  const columns = useTableColumns(view.director.cluster);
  const { shown, show } = useChosenColumns(columns);
  const listing = useTranslations('listing');
  const { as } = useShownAs();
  const { services } = view;
  const rows = useMemo(
    () =>
      services.filter(
        (row) => (standing === 'all' || row.standing === standing) && matches(filter, row.name, row.key, row.config),
      ),
    [services, standing, filter],
  );
  const inKernel = useMemo(
    () =>
      new Set<string>(services.filter((row) => standing === 'all' || row.standing === standing).map(({ key }) => key)),
    [services, standing],
  );
  const count = (of: (typeof choices)[number]) =>
    of === 'all' ? services.length : services.filter((row) => row.standing === of).length;
  return (
    <>
      <div className="flex min-h-11 flex-wrap items-center gap-2 border-b px-4 py-1.5">
        <FilterBox label={shell('filter')} clearLabel={shell('clearFilter')} value={filter} onChange={setFilter} />
        <Segments
          label={t('standings')}
          value={standing}
          onChoose={(next) => void setStanding(next)}
          choices={choices.map((value) => ({
            value,
            label: (
              <>
                {value === 'all' ? t('all') : t(`standing.${value}`)}
                <span className="figures text-ink-3">{count(value)}</span>
              </>
            ),
          }))}
        />
        <span className="ml-auto flex gap-2">
          <ShownAsSwitch />
          {as === 'table' ? <TableMenu columns={columns} shown={shown} onShow={show} rows={rows} sort={sort} /> : null}
        </span>
      </div>
      {as === 'ipvsadm' ? (
        <Listing
          director={view.director}
          text={view.ipvsadm && listingPart(view.ipvsadm, { services: inKernel, filter })}
          empty={
            view.ipvsadm === null ? t('tableUnknown') : services.length === 0 ? t('emptyTable') : listing('noMatch')
          }
        />
      ) : (
        <DataTable
          label={t('table')}
          columns={shown}
          rows={rows}
          rowKey={keyOf}
          sort={sort}
          onSort={setSort}
          empty={services.length === 0 ? (view.facts ? t('emptyTable') : t('tableUnknown')) : undefined}
        />
      )}
    </>
  );
}

const keyOf = (row: DirectorService): string => row.key;
