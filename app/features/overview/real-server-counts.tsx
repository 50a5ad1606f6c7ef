'use client';

import { CircleCheck, CircleHelp, CircleMinus, TimerReset } from 'lucide-react';
import { useContext } from 'react';
import { useTranslations } from 'use-intl';
import type { RealServerCount } from '../../../domain/display/views.ts';
import { FreshnessContext } from '../../ui/clock.tsx';
import { StateWord } from '../../ui/state-word.tsx';

/** How many real servers serve, drain, are out, or can't be told; what is zero stays away. */
export function RealServerCounts({ count: said }: { readonly count: RealServerCount }) {
  const t = useTranslations('overview');
  const { serving, draining, out, unknown } = said;
  const old = useContext(FreshnessContext) === 'unknown';
  const count = old ? { serving: 0, draining: 0, out: 0, unknown: serving + draining + out + unknown } : said;
  return (
    <span className="inline-flex gap-3">
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
    </span>
  );
}
