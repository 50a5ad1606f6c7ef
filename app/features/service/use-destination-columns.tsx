'use client';

import Link from 'next/link';
import { useParams } from 'next/navigation';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { DestinationRow } from '../../../domain/display/destination-row.ts';
import type { Column } from '../../ui/table/column.ts';
import { HealthCell } from '../checks/health-cell.tsx';
import { useOutcomeText } from '../checks/use-outcome-text.ts';
import { RowStateWord } from '../drain/row-state-word.tsx';
import { copiedNumber } from '../numbers/copied-number.ts';
import { stateOrder } from '../numbers/destination-state-word.tsx';
import { Count, Kilobytes, Rate, Share } from '../numbers/figures.tsx';
import { stateCount } from '../numbers/state-text.ts';
import { DestinationTrend } from './destination-trend.tsx';
import { ForwardingWord } from './forwarding-word.tsx';
import { ThresholdsCell } from './thresholds-cell.tsx';
import { WeightCell } from './weight-cell.tsx';

/**
 * The columns of a table of destinations, in ipvsadm's order and words, with what Shoal knows beside them.
 *
 * Thresholds have a column where one of the rows has any.
 */
export function useDestinationColumns(
  rows: readonly DestinationRow[],
  actions: (row: DestinationRow) => ReactNode,
): readonly Column<DestinationRow>[] {
  const shows = {
    tunnels: rows.some((row) => row.tunnel && row.tunnel.type !== 'ipip'),
    thresholds: rows.some((row) => row.upperThreshold > 0 || row.lowerThreshold > 0),
    checks: rows.some((row) => row.health !== null),
  };
  const limits = useTranslations('model.thresholds');
  const states = useTranslations('words.state');
  const checks = useTranslations('checks');
  const outcomeText = useOutcomeText();
  const t = useTranslations('words.columns');
  const { name: cluster } = useParams<{ name: string }>();
  // Actions close over the newest state; columns stay the same, so that rows are sorted only when they change.
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  return useMemo(
    (): readonly Column<DestinationRow>[] => [
      {
        id: 'destination',
        head: `-> ${t('destination')}`,
        width: 190,
        sortBy: (row) => row.key,
        cell: (row) => (
          <span className="figures" title={row.key}>
            {row.key}
          </span>
        ),
      },
      {
        id: 'server',
        head: t('realServer'),
        width: 100,
        sortBy: (row) => row.realServer,
        cell: (row) => (
          <Link
            href={`/clusters/${cluster}/real-servers/${encodeURIComponent(row.realServer)}`}
            className="hover:underline"
          >
            {row.realServer}
          </Link>
        ),
      },
      {
        id: 'state',
        head: t('state'),
        width: shows.checks ? 146 : 114,
        sortBy: (row) => stateOrder(row.state),
        text: (row) => states(row.state.kind, stateCount(row.state)),
        cell: (row) => <RowStateWord row={row} />,
      },
      ...(shows.checks
        ? [
            {
              id: 'check',
              head: checks('head'),
              title: checks('headTitle'),
              width: 174,
              sortBy: (row: DestinationRow) => row.health?.verdict ?? null,
              text: (row: DestinationRow) => (row.health?.last ? outcomeText(row.health.last.outcome) : ''),
              cell: (row: DestinationRow) => <HealthCell health={row.health} />,
            },
          ]
        : []),
      {
        id: 'forward',
        head: t('forward'),
        width: shows.tunnels ? 150 : 62,
        sortBy: (row) => row.forwarding,
        cell: (row) => <ForwardingWord row={row} />,
      },
      number(
        'weight',
        t('weight'),
        84,
        (row) => row.writtenWeight,
        (row) => <WeightCell row={row} />,
        { title: t('weightTitle') },
      ),
      ...(shows.thresholds
        ? [
            number(
              'thresholds',
              limits('head'),
              92,
              (row) => row.upperThreshold,
              (row) => <ThresholdsCell row={row} />,
              {
                unit: limits('unit'),
                title: limits('title'),
                text: (row) => `${row.upperThreshold} / ${row.lowerThreshold}`,
              },
            ),
          ]
        : []),
      number(
        'expected',
        t('expected'),
        72,
        (row) => row.expectedShare,
        (row) => <Share value={row.expectedShare} ageless />,
        { unit: t('percent'), title: t('expectedTitle'), text: (row) => copiedNumber.percent(row.expectedShare) },
      ),
      number(
        'got',
        t('got'),
        58,
        (row) => row.gotShare,
        (row) => <Share value={row.gotShare} />,
        { unit: t('percent'), title: t('gotTitle'), text: (row) => copiedNumber.percent(row.gotShare) },
      ),
      number(
        'active',
        t('active'),
        84,
        (row) => row.activeConn,
        (row) => <Count value={row.activeConn} />,
      ),
      number(
        'inactive',
        t('inactive'),
        84,
        (row) => row.inactConn,
        (row) => <Count value={row.inactConn} />,
      ),
      number(
        'persistent',
        t('persistent'),
        88,
        (row) => row.persistConn,
        (row) => <Count value={row.persistConn} />,
        { title: t('persistentTitle') },
      ),
      number(
        'cps',
        t('cps'),
        80,
        (row) => row.cps,
        (row) => <Rate value={row.cps} />,
        { unit: t('perSecond'), text: (row) => copiedNumber.rate(row.cps) },
      ),
      number(
        'in',
        t('in'),
        74,
        (row) => row.inRate,
        (row) => <Kilobytes value={row.inRate} />,
        { unit: t('kilobytes'), text: (row) => copiedNumber.kilobytes(row.inRate) },
      ),
      number(
        'out',
        t('out'),
        74,
        (row) => row.outRate,
        (row) => <Kilobytes value={row.outRate} />,
        { unit: t('kilobytes'), text: (row) => copiedNumber.kilobytes(row.outRate) },
      ),
      {
        id: 'trend',
        head: t('trend'),
        unit: t('trendUnit'),
        width: 104,
        cell: (row) => <DestinationTrend row={row} />,
      },
      { id: 'actions', head: t('actions'), width: 118, align: 'right', cell: (row) => latest.current(row) },
    ],
    [t, limits, states, checks, outcomeText, cluster, shows.tunnels, shows.thresholds, shows.checks],
  );
}

function number(
  id: string,
  head: string,
  width: number,
  sortBy: (row: DestinationRow) => number | null,
  cell: (row: DestinationRow) => ReactNode,
  more: Pick<Column<DestinationRow>, 'unit' | 'title' | 'text'> = {},
): Column<DestinationRow> {
  return { id, head, width, align: 'right', sortBy, cell, ...more };
}
