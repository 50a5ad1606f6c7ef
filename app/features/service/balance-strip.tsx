'use client';

import { useContext } from 'react';
import { useTranslations } from 'use-intl';
import type { Spread } from '../../../domain/balance/spread.ts';
import type { BalanceVerdict } from '../../../domain/balance/verdict.ts';
import type { DestinationRow } from '../../../domain/display/destination-row.ts';
import { formatPercent } from '../../lib/formats.ts';
import { cx } from '../../ui/class-names.ts';
import { FreshnessContext } from '../../ui/clock.tsx';

/** With more destinations bars say nothing to the eye: the table below has all, and can be sorted. */
const mostLanes = 24;

interface BalanceStripProps {
  readonly rows: readonly DestinationRow[];
  readonly verdict: BalanceVerdict;
  readonly spread: Spread | null;
}

/** A bar for each destination: filled by the share it got, with a mark where the share it should get ends. */
export function BalanceStrip({ rows, verdict, spread }: BalanceStripProps) {
  const t = useTranslations('service');
  const old = useContext(FreshnessContext) === 'unknown';
  const lanes = rows.filter((row) => row.expectedShare !== null || row.gotShare !== null);
  if (lanes.length < 2 || lanes.length > mostLanes || old) return null;
  const scale = Math.max(...lanes.map((row) => Math.max(row.gotShare ?? 0, row.expectedShare ?? 0)));
  const most = verdict.kind === 'skewed' ? furthestAbove(lanes) : null;
  return (
    <section aria-label={t('strip')} className="border-b px-4 pt-1.5 pb-2.5">
      <p className="mb-1.5 flex flex-wrap gap-x-4">
        <span className="label-text">{t('stripLegend')}</span>
        {spread ? (
          <span className="figures text-ink-2" title={t('spreadTitle')}>
            {t('spread', {
              maxToMean: spread.maxToMean.toFixed(2),
              jain: spread.jain.toFixed(2),
              variation: spread.variation.toFixed(2),
            })}
          </span>
        ) : null}
      </p>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,420px),1fr))] gap-x-8 gap-y-1">
        {lanes.map((row) => (
          <Lane key={row.key} row={row} scale={scale} skewed={row === most} />
        ))}
      </ul>
    </section>
  );
}

interface LaneProps {
  readonly row: DestinationRow;
  /** The largest share of all bars: it fills its bar. */
  readonly scale: number;
  readonly skewed: boolean;
}

function Lane({ row, scale, skewed }: LaneProps) {
  const t = useTranslations('service');
  const got = row.gotShare;
  const expected = row.expectedShare;
  const gotText = got === null ? '–' : formatPercent(got);
  const expectedText = expected === null ? '–' : formatPercent(expected);
  const width = (share: number) => `${scale > 0 ? (share / scale) * 100 : 0}%`;
  return (
    <li className="grid grid-cols-[minmax(0,8rem)_minmax(0,1fr)_8.5rem] items-center gap-3">
      <span className="truncate" title={row.key}>
        {row.realServer}
      </span>
      <span aria-hidden className="relative h-3">
        <span className="absolute inset-x-0 top-1/2 h-px bg-line-strong" />
        <span
          className={cx(
            'absolute inset-y-0.5 left-0 rounded-r-[1px] transition-[width] duration-300',
            skewed ? 'bg-warn' : 'bg-ink-3',
          )}
          style={{ width: width(got ?? 0) }}
        />
        {expected === null ? null : (
          <span className="-translate-x-1/2 absolute -inset-y-0.5 w-0.5 bg-ink" style={{ left: width(expected) }} />
        )}
      </span>
      <span className={cx('figures text-right', skewed ? 'text-warn' : 'text-ink-2')}>
        {t('gotOf', { got: gotText, expected: expectedText })}
      </span>
    </li>
  );
}

const furthestAbove = (rows: readonly DestinationRow[]): DestinationRow | null => {
  const above = (row: DestinationRow) => (row.gotShare ?? 0) - (row.expectedShare ?? 0);
  return rows.toSorted((a, b) => above(b) - above(a))[0] ?? null;
};
