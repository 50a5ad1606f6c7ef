'use client';

import { Table2 } from 'lucide-react';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { shareBasis } from '../../../domain/balance/expected-shares.ts';
import type { Annotation } from '../../../domain/history/history-answer.ts';
import { formatCount, formatDuration, formatPercent, formatRate } from '../../lib/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Chart } from '../../ui/chart/chart.tsx';
import type { ChartRange } from '../../ui/chart/chart-data.ts';
import type { ChartMark } from '../../ui/chart/chart-marks.ts';
import { Count, Rate } from '../numbers/figures.tsx';
import { momentText } from '../numbers/moment-text.ts';
import { ChartNumbers } from './chart-numbers.tsx';
import { chartOf, type DrawnChart, shareChart } from './chart-of.ts';
import { type Subject, subjects, unitOf } from './chart-subjects.ts';
import type { DrawnRow } from './destination-lines.ts';
import type { HistoryPlace, PromisedShares } from './history-place.ts';
import { shareTargets } from './share-targets.ts';
import { useAnnotationText } from './use-annotation-text.ts';
import type { ShownHistory } from './use-history.ts';

interface HistoryChartsProps {
  readonly shown: ShownHistory;
  readonly drawn: readonly DrawnRow[];
  readonly places: readonly HistoryPlace[];
  readonly promised: PromisedShares | null;
  readonly annotations: readonly Annotation[];
  readonly isLive: boolean;
  /** What the URL calls the chart whose table is open. */
  readonly tableName: string;
  readonly onZoom: (range: ChartRange) => void;
}

const names = ['share', ...subjects] as const;

const gaugeText = (value: number): string => (Number.isInteger(value) ? formatCount(value) : formatRate(value));
const shareText = (value: number): string => `${formatPercent(value)} %`;

/** All charts of a page, one below the other or side by side, on one axis of time. */
export function HistoryCharts(props: HistoryChartsProps) {
  const { shown, drawn, places, promised, annotations, isLive, onZoom } = props;
  const { answer, range } = shown;
  const t = useTranslations('history');
  const words = useTranslations('words.columns');
  const [table, setTable] = useQueryState(props.tableName, parseAsStringLiteral(names));
  const annotationText = useAnnotationText();
  const marks = useMemo(
    () =>
      annotations.map(
        (annotation): ChartMark => ({
          id: String(annotation.id),
          at: annotation.at,
          text: `${momentText(annotation.at).slice(11)} ${annotationText(annotation)}`,
          tone: annotation.outcome === 'done' ? 'plain' : 'bad',
        }),
      ),
    [annotations, annotationText],
  );
  const scheduler = promised?.scheduler ?? '';
  const byLoad = shareBasis(scheduler) === 'load';
  const hasShares = promised !== null && drawn.length > 1;
  const charts = useMemo(() => {
    const labels = { in: t('in'), out: t('out') };
    const made = new Map<Subject, DrawnChart>();
    if (hasShares) made.set('share', shareChart(answer, drawn, scheduler, byLoad));
    for (const subject of subjects)
      made.set(subject, chartOf(subject, answer, drawn, { ...labels, whole: t(subject) }));
    return made;
  }, [answer, drawn, scheduler, byLoad, hasShares, t]);
  const targets = hasShares && isLive ? shareTargets(promised, places, drawn, annotations, range) : null;
  const mean = answer.step > 1000 ? ` · ${t('mean', { step: formatDuration(answer.step / 1000) })}` : '';
  const title = (subject: Subject) => (subject === 'share' && byLoad ? t('shareOfLoad') : t(subject));
  const unit = (subject: Subject) => {
    const name = unitOf[subject];
    return name && words(name);
  };
  const textOf = (subject: Subject) => (subject === 'share' ? shareText : unitOf[subject] ? formatRate : gaugeText);
  const opened = table ? charts.get(table) : undefined;

  return (
    <>
      <div className="@container">
        <div className="grid gap-x-4 gap-y-3 py-2 pr-4 @4xl:grid-cols-2">
          {[...charts].map(([subject, chart]) => (
            <div key={subject} className={subject === 'share' ? 'min-w-0 @4xl:col-span-2' : 'min-w-0'}>
              <Chart
                title={title(subject)}
                unit={
                  chart.every ? t('shareEvery', { every: formatDuration(chart.every / 1000) }) : (unit(subject) ?? '')
                }
                data={chart.data}
                range={range}
                kind={chart.kind}
                scale={subject === 'share' ? 'share' : 'number'}
                valueText={textOf(subject)}
                whenText={(at) => `${momentText(at)}${mean}`}
                total={chart.total && { label: t('sum'), values: chart.total }}
                marks={marks}
                targets={subject === 'share' ? targets : null}
                height={subject === 'share' ? 168 : 128}
                onZoom={onZoom}
                now={
                  subject === 'share' ? (
                    targets ? (
                      <span className="label-text max-sm:hidden">{t('expectedShare')}</span>
                    ) : null
                  ) : isLive ? (
                    <NowValues subject={subject} chart={chart} />
                  ) : null
                }
                actions={
                  <Button
                    look="bare"
                    className="h-6 px-1.5"
                    aria-label={t('table', { chart: title(subject) })}
                    title={t('table', { chart: title(subject) })}
                    icon={<Table2 aria-hidden className="size-3.5" />}
                    onClick={() => void setTable(subject)}
                  />
                }
                words={{ unknown: t('unknown'), keys: t('keys') }}
              />
            </div>
          ))}
        </div>
      </div>
      {table && opened ? (
        <ChartNumbers
          title={title(table)}
          data={opened.data}
          total={opened.total}
          unit={unit(table)}
          valueText={textOf(table)}
          onClose={() => void setTable(null)}
        />
      ) : null}
    </>
  );
}

/** The newest numbers of a chart: the last known of its last points, as the very last may not have come yet. */
function NowValues({ subject, chart }: { readonly subject: Subject; readonly chart: DrawnChart }) {
  const newest = (list: readonly (number | null)[]) => list.slice(-3).findLast((value) => value !== null) ?? null;
  const figure = (value: number | null) =>
    unitOf[subject] ? <Rate value={value} /> : <Count value={value === null ? null : Math.round(value)} />;
  if (chart.total) return figure(newest(chart.total));
  return chart.data.lines.map((line) => (
    <span key={line.id} className="inline-flex items-center gap-1">
      <span aria-hidden className="size-2 rounded-[1px]" style={{ background: line.colour }} />
      <span className="label-text">{line.label}</span>
      {figure(newest(line.values))}
    </span>
  ));
}
