'use client';

import { useTranslations } from 'use-intl';
import type { DrainProgress } from '../../../domain/display/drain-progress.ts';
import { formatDuration, formatRate } from '../../lib/formats.ts';
import { Count } from '../numbers/figures.tsx';
import { DeadlineLeft } from './deadline-left.tsx';

/** What is left of a drain, how fast it falls, about how long it takes, and its deadline. Widths never change. */
export function DrainFiguresLine({ drain }: { readonly drain: DrainProgress }) {
  const t = useTranslations('drain.now');
  const { activeConn, persistConn, perMinute, etaSeconds, phase } = drain;
  const moving = phase === 'draining' || phase === 'past-deadline' || phase === 'confirmed';
  return (
    <>
      <span className="w-24 text-right">
        <Count value={activeConn} /> <span className="text-[12px] text-ink-3">{t('active')}</span>
      </span>
      <span className="w-28 text-right">
        <Count value={persistConn} /> <span className="text-[12px] text-ink-3">{t('persistent')}</span>
      </span>
      <span className="figures w-24 text-right text-ink-2">
        {moving && perMinute !== null ? t('perMinute', { rate: signed(perMinute) }) : ''}
      </span>
      <span className="w-24 text-right text-ink-2" title={etaSeconds === null ? t('etaNone') : t('etaTitle')}>
        {moving && etaSeconds !== null ? t('eta', { time: formatDuration(etaSeconds) }) : ''}
      </span>
      <span className="w-44 max-sm:w-auto">
        <DeadlineLeft drain={drain} />
      </span>
    </>
  );
}

/** `−12.0` or `+3.0`: a slope says its sign. */
const signed = (rate: number): string =>
  rate === 0 ? formatRate(0) : `${rate < 0 ? '−' : '+'}${formatRate(Math.abs(rate))}`;
