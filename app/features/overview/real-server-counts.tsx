'use client';

import { CircleCheck, CircleHelp, CircleMinus, TimerReset } from 'lucide-react';
import Link from 'next/link';
import { useContext } from 'react';
import { useTranslations } from 'use-intl';
import type { RealServerCount } from '../../../domain/display/views.ts';
import { FreshnessContext } from '../../ui/clock.tsx';
import { StateWord } from '../../ui/state-word.tsx';

interface RealServerCountsProps {
  /** Whose they are; null for those of several clusters, which have no list in common. */
  readonly cluster: string | null;
  readonly count: RealServerCount;
}

/** How many real servers serve, drain, are out, or can't be told; what is zero stays away. It leads to their list. */
export function RealServerCounts({ cluster, count: said }: RealServerCountsProps) {
  const t = useTranslations('overview');
  const { serving, draining, out, unknown } = said;
  const old = useContext(FreshnessContext) === 'unknown';
  const count = old ? { serving: 0, draining: 0, out: 0, unknown: serving + draining + out + unknown } : said;
  const words = (
    <>
      {count.serving > 0 ? (
        <StateWord tone="ok" icon={CircleCheck}>
          {t('counts', { serving: String(count.serving) })}
        </StateWord>
      ) : null}
      {count.draining > 0 ? (
        <StateWord tone="move" icon={TimerReset}>
          {t('draining', { count: String(count.draining) })}
        </StateWord>
      ) : null}
      {count.out > 0 ? (
        <StateWord tone="idle" icon={CircleMinus}>
          {t('out', { count: String(count.out) })}
        </StateWord>
      ) : null}
      {count.unknown > 0 ? (
        <StateWord tone="idle" icon={CircleHelp}>
          {t('unknownCount', { count: String(count.unknown) })}
        </StateWord>
      ) : null}
    </>
  );
  const look = 'inline-flex flex-wrap items-center gap-x-3';
  if (cluster === null) return <span className={look}>{words}</span>;
  return (
    <Link
      href={`/clusters/${encodeURIComponent(cluster)}?tab=real-servers#parts`}
      className={`${look} hover:underline pointer-coarse:min-h-9`}
    >
      {words}
    </Link>
  );
}
