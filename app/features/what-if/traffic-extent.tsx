'use client';

import { useTranslations } from 'use-intl';
import { formatCount, formatDuration, formatPercent } from '../../lib/formats.ts';
import type { RecentTraffic } from './recent-traffic.ts';

/** Fewer connections than this say little about shares. */
const few = 50;

/** What was replayed: how many connections of how many clients, over which time; and how far that can be trusted. */
export function TrafficExtent({ traffic }: { readonly traffic: RecentTraffic }) {
  const t = useTranslations('whatIf');
  const { recent, clients, director, whole } = traffic;
  const count = recent.arrivals.length;
  return (
    <p className="text-[12px] text-ink-2">
      {t('extent', {
        ...{ director, connections: formatCount(count), clients },
        span: formatDuration(Math.max(1, Math.round(recent.seconds))),
      })}{' '}
      {recent.part < 0.995 || !whole ? t('part', { percent: formatPercent(recent.part) }) : null}{' '}
      {count < few ? <span className="text-warn">{t('few')}</span> : null}
    </p>
  );
}
