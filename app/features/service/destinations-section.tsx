'use client';

import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
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
import type { DrainAction } from '../drain/drain-request.ts';
import { isChecked } from '../drain/lines-of.ts';
import { mostAtOnce } from '../drain/most-at-once.ts';
import { Listing } from '../listing/listing.tsx';
import { listingPart } from '../listing/listing-parts.ts';
import { ShownAsSwitch } from '../listing/shown-as-switch.tsx';
import { useShownAs } from '../listing/use-shown-as.ts';
import { TableMenu } from '../table-menu/table-menu.tsx';
import { useChosenColumns } from '../table-menu/use-chosen-columns.ts';
import { DestinationActions } from './destination-actions.tsx';
import { DestinationsList } from './destinations-list.tsx';
import { drainableRows } from './drainable-rows.ts';
import { ServiceTotals } from './service-totals.tsx';
import { useDestinationColumns } from './use-destination-columns.tsx';
import { useServiceDrawer } from './use-service-drawer.ts';

const DrainDrawer = dynamic(() => import('../drain/drain-drawer.tsx').then((module) => module.DrainDrawer), {
  ssr: false,
});

interface DestinationsSectionProps {
  readonly view: ServiceView;
  readonly shown: ServiceOnDirector;
}

interface OpenDrain {
  readonly action: DrainAction;
  readonly rows: readonly DestinationRow[];
}

const rowKey = (row: DestinationRow): string => row.key;

/** What lies over rows, each once: a drain of a real server lies over all its destinations. */
const overlaysOf = (rows: readonly DestinationRow[]) => [
  ...new Map(rows.flatMap(({ outBy }) => outBy.map((overlay) => [overlay.id, overlay]))).values(),
];

/** The destinations of a virtual service on one director, and what can be done to one or to many of them. */
export function DestinationsSection({ view, shown }: DestinationsSectionProps) {
  const t = useTranslations('service');
  const shell = useTranslations('shell');
  const words = useTranslations('words.state');
  const drainWords = useTranslations('drain');
  const lacks = useLacks('operator');
  const { open } = useServiceDrawer();
  const { filter, setFilter, sort, setSort } = useTableUrl();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [drain, setDrain] = useState<OpenDrain | null>(null);

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
  const begin = (action: DrainAction, of: readonly DestinationRow[]) => {
    const fit = lacks ? [] : drainableRows(of, action);
    if (fit.length > 0) setDrain({ action, rows: fit });
  };
  const actions = (row: DestinationRow) => (
    <DestinationActions row={row} lacks={lacks} onDrain={(action) => begin(action, [row])} onOpen={open} />
  );
  const columns = useDestinationColumns(shown.destinations, actions);
  const listing = useTranslations('listing');
  const { as } = useShownAs();
  const inKernel = as === 'ipvsadm' ? serviceListing(view.key, shown) : null;
  const { shown: chosenColumns, show } = useChosenColumns(columns);
  const narrow = useNarrow();
  const fitting = (action: DrainAction) => drainableRows(chosen, action);
  const tooMany = (action: DrainAction) => (fitting(action).length > mostAtOnce ? t('tooManyAtOnce') : null);

  return (
    <>
      <SectionHead title={t('destinations')}>
        <span className="figures text-ink-3">{shown.destinations.length}</span>
        <ServiceTotals totals={shown.totals} />
        <span className="ml-auto flex flex-wrap items-center gap-2">
          {chosen.length > 0 ? (
            <>
              <Button
                onClick={() => begin('drain', chosen)}
                offBecause={lacks ?? tooMany('drain') ?? (fitting('drain').length === 0 ? t('alreadyOut') : null)}
              >
                {t('drainSelected', { count: String(fitting('drain').length) })}
              </Button>
              <Button
                onClick={() => begin('return', chosen)}
                offBecause={lacks ?? tooMany('return') ?? (fitting('return').length === 0 ? t('notOut') : null)}
              >
                {t('returnSelected', { count: String(fitting('return').length) })}
              </Button>
            </>
          ) : null}
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
            d: (row) => begin('drain', chosen.length > 0 ? chosen : [row]),
            u: (row) => begin('return', chosen.length > 0 ? chosen : [row]),
          }}
          empty={filter ? undefined : <EmptyState title={t('noDestinations')} next={t('noDestinationsNext')} />}
        />
      )}
      {drain ? (
        <DrainDrawer
          cluster={view.cluster}
          action={drain.action}
          name={drain.rows.length === 1 ? (drain.rows[0]?.key ?? '') : drainWords('many', { count: drain.rows.length })}
          targets={drain.rows.map((row) => ({ kind: 'destination', service: view.key, destination: row.key }))}
          overlays={overlaysOf(drain.rows)}
          checked={isChecked(view.definition)}
          onClose={() => setDrain(null)}
        />
      ) : null}
    </>
  );
}
