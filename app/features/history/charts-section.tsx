'use client';

import { parseAsArrayOf, parseAsString, useQueryState } from 'nuqs';
import { useContext, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { HistoryOf } from '../../../domain/history/asked-history.ts';
import { errorCode } from '../../lib/error-code.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { ChartCursor, CursorContext } from '../../ui/chart/chart-cursor.ts';
import { ClockContext, FreshnessContext } from '../../ui/clock.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import { Age } from '../numbers/age.tsx';
import { Fresh } from '../numbers/fresh.tsx';
import { AnnotationsList } from './annotations-list.tsx';
import { allFields } from './chart-subjects.ts';
import { type DrawnRow, drawnRows, mostLines } from './destination-lines.ts';
import { DestinationsMenu } from './destinations-menu.tsx';
import { HistoryCharts } from './history-charts.tsx';
import type { HistoryPlace, PromisedShares } from './history-place.ts';
import { newestAt, rowId } from './history-window.ts';
import { LinesLegend } from './lines-legend.tsx';
import { RangePicker } from './range-picker.tsx';
import { useAnnotations } from './use-annotations.ts';
import { useHistory } from './use-history.ts';
import { useLookedAt } from './use-looked-at.ts';

export interface ChartsSectionProps {
  readonly cluster: string;
  readonly director: string;
  readonly of: HistoryOf;
  /** The destinations that it has now; none for what is not divided into them. */
  readonly places: readonly HistoryPlace[];
  readonly promised: PromisedShares | null;
  /** When the director's newest sample came, in milliseconds since 1970. */
  readonly receivedAt: number | null;
  /** Over a page that has charts of its own. */
  readonly inDrawer?: boolean;
}

/** The charts of a thing on one director, with the range that they show and what happened in it. */
export function ChartsSection(props: ChartsSectionProps) {
  const { cluster, director, of, places, promised, receivedAt, inDrawer = false } = props;
  const t = useTranslations('history');
  const refusalText = useRefusalText();
  const clock = useContext(ClockContext);
  const narrow = useNarrow();
  const url = useLookedAt();
  const [chosen, setChosen] = useQueryState('shown', parseAsArrayOf(parseAsString));
  const [cursor] = useState(() => new ChartCursor());
  const listed = places.filter(({ id }) => chosen?.includes(id)).slice(0, mostLines);
  const { shown, reading, error } = useHistory(
    {
      cluster,
      director,
      of,
      fields: allFields,
      ...(listed.length > 0
        ? { listed: listed.map(({ service, destination }) => ({ service, destination })) }
        : { rows: places.length === 0 ? 0 : places.length > mostLines ? mostLines - 1 : mostLines }),
    },
    url.looked,
    narrow ? 240 : 600,
  );
  const { annotations, more } = useAnnotations(cluster, url.looked, shown?.range ?? null);
  const here = useMemo(
    () => annotations.filter((one) => one.director === null || one.director === director),
    [annotations, director],
  );
  const isChosen = listed.length > 0;
  const drawn = useMemo(() => {
    if (!shown) return [];
    const labels = new Map(places.map((place) => [rowId(place), place.label]));
    return drawnRows(
      shown.answer,
      places.map(rowId),
      (row) => labels.get(rowId(row)) ?? row.destination,
      isChosen ? null : t('others'),
    );
  }, [shown, places, isChosen, t]);
  const idOf = (row: DrawnRow) => places.find((place) => rowId(place) === row.id)?.id;
  const isLive = url.looked.kind === 'live';
  const newest = shown && isLive ? newestAt(shown.answer, receivedAt) : null;

  return (
    <CursorContext.Provider value={cursor}>
      <Fresh receivedAt={isLive ? newest : clock.now()}>
        <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1.5 border-b px-4 py-1.5">
          <RangePicker url={url} now={clock.now} />
          {places.length > 1 ? (
            <DestinationsMenu
              places={places}
              drawn={new Set(drawn.flatMap((row) => idOf(row) ?? []))}
              onChoose={(ids) => void setChosen(ids && [...ids])}
            />
          ) : null}
          <span className="ml-auto flex items-baseline gap-2">
            {reading ? <span className="text-ink-3">{t('reading')}</span> : null}
            {isLive && shown ? (
              <>
                <span className="label-text">{t('newest')}</span>
                <Age receivedAt={newest} director={director} inText />
              </>
            ) : null}
          </span>
        </div>
        {/* That the console does not answer is said once, above all of the page. */}
        <RefusalText>{error && errorCode(error) === 'UNREACHABLE' ? null : refusalText(error)}</RefusalText>
        {drawn.length > 1 || isChosen ? (
          <LinesLegend
            drawn={drawn}
            isAlone={isChosen && drawn.length === 1}
            onAlone={(row) => void setChosen(row ? [idOf(row) ?? ''] : null)}
          />
        ) : null}
        <Aged>
          {shown ? (
            <HistoryCharts
              shown={shown}
              drawn={drawn}
              places={places}
              promised={promised}
              annotations={here}
              isLive={isLive}
              tableName={inDrawer ? 'drawer-numbers' : 'numbers'}
              onZoom={url.setStretch}
            />
          ) : (
            <div className="min-h-[600px]" />
          )}
        </Aged>
        <AnnotationsList annotations={here} more={more} />
      </Fresh>
    </CursorContext.Provider>
  );
}

/** Charts whose newest numbers are old are dim as those are. */
function Aged({ children }: { readonly children: React.ReactNode }) {
  const freshness = useContext(FreshnessContext);
  return <div className={freshness === 'fresh' ? undefined : 'opacity-60'}>{children}</div>;
}
