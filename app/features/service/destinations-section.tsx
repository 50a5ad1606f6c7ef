'use client';

import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DestinationRow } from '../../../domain/display/destination-row.ts';
import { serviceListing } from '../../../domain/display/service-listing.ts';
import type { ServiceOnDirector, ServiceView } from '../../../domain/display/views.ts';
import { forwardingShortName } from '../../../domain/lvs/forwarding-method.ts';
import { matches } from '../../lib/matches.ts';
import { useTableUrl } from '../../lib/use-table-url.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterBox } from '../../ui/filter-box.tsx';
import { SectionHead } from '../../ui/page-head.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { Listing } from '../listing/listing.tsx';
import { listingPart } from '../listing/listing-parts.ts';
import { ShownAsSwitch } from '../listing/shown-as-switch.tsx';
import { useShownAs } from '../listing/use-shown-as.ts';
import { TableMenu } from '../table-menu/table-menu.tsx';
import { useChosenColumns } from '../table-menu/use-chosen-columns.ts';
import { DestinationActions } from './destination-actions.tsx';
import { DestinationsList } from './destinations-list.tsx';
import { ServiceTotals } from './service-totals.tsx';
import { useDestinationColumns } from './use-destination-columns.tsx';
import { useDestinationDrains } from './use-destination-drains.tsx';
import { useServiceDrawer } from './use-service-drawer.ts';

interface DestinationsSectionProps {
  readonly view: ServiceView;
  readonly shown: ServiceOnDirector;
}

const rowKey = (row: DestinationRow): string => row.key;

/** The destinations of a virtual service on one director, and what can be done to one or to many of them. */
export function DestinationsSection({ view, shown }: DestinationsSectionProps) {
  const t = useTranslations('service');
  const shell = useTranslations('shell');
  const words = useTranslations('words.state');
  const lacks = useLacks('operator');
  const { open } = useServiceDrawer();
  const { filter, setFilter, sort, setSort } = useTableUrl();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());

  const rows = useMemo(
    () =>
      shown.destinations.filter((row) =>
        matches(
          filter,
          row.key,
          row.realServer,
          forwardingShortName(row.forwarding),
          words(row.state.kind, { count: '' }),
        ),
      ),
    [shown.destinations, filter, words],
  );
  const chosen = shown.destinations.filter((row) => selected.has(row.key));
  const drains = useDestinationDrains(view, chosen);
  const actions = (row: DestinationRow) => (
    <DestinationActions row={row} lacks={lacks} onDrain={(action) => drains.begin(action, [row])} onOpen={open} />
  );
  const columns = useDestinationColumns(shown.destinations, actions);
  const listing = useTranslations('listing');
  const { as } = useShownAs();
  const inKernel = as === 'ipvsadm' ? serviceListing(view.key, shown) : null;
  const { shown: chosenColumns, show } = useChosenColumns(columns);
  const narrow = useNarrow();

  return (
    <>
      <SectionHead title={t('destinations')}>
        <span className="figures text-ink-3">{shown.destinations.length}</span>
        <ServiceTotals totals={shown.totals} />
        <span className="ml-auto flex flex-wrap items-center gap-2">
          {drains.buttons}
          <ShownAsSwitch />
          {as === 'table' && !narrow ? (
            <TableMenu columns={columns} shown={chosenColumns} onShow={show} rows={rows} sort={sort} />
          ) : null}
          <FilterBox label={shell('filter')} clearLabel={shell('clearFilter')} value={filter} onChange={setFilter} />
          <Button
            icon={<Plus aria-hidden className="size-3.5" />}
            offBecause={lacks ?? (view.definition ? null : t('onlyKernel'))}
            onClick={() => open('add-destination')}
          >
            {t('addDestination')}
          </Button>
        </span>
      </SectionHead>
      {as === 'ipvsadm' ? (
        <Listing
          director={shown.director}
          text={inKernel && listingPart(inKernel, { filter })}
          empty={listing(inKernel === null ? 'none' : 'noMatch')}
        />
      ) : narrow && rows.length > 0 ? (
        <DestinationsList cluster={view.cluster} rows={rows} actions={actions} />
      ) : (
        <DataTable
          label={t('destinations')}
          columns={chosenColumns}
          rows={rows}
          rowKey={rowKey}
          rowName={rowKey}
          sort={sort}
          onSort={setSort}
          selected={selected}
          onSelect={setSelected}
          rowKeys={{
            d: (row) => drains.begin('drain', chosen.length > 0 ? chosen : [row]),
            u: (row) => drains.begin('return', chosen.length > 0 ? chosen : [row]),
          }}
          empty={filter ? undefined : <EmptyState title={t('noDestinations')} next={t('noDestinationsNext')} />}
        />
      )}
      {drains.drawer}
    </>
  );
}
