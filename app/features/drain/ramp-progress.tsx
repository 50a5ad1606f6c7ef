'use client';

import { useTranslations } from 'use-intl';
import type { ReturnProgress } from '../../../domain/display/drain-progress.ts';
import { formatDuration, formatRate } from '../../lib/formats.ts';
import { useSecondsUntil } from '../../ui/clock.tsx';

/** How much of its weight something has that comes back, or the checks that it waits for. */
export function RampProgress({ returning }: { readonly returning: ReturnProgress }) {
  const t = useTranslations('drain.now');
  const left = useSecondsUntil(returning.until);
  const { share, passingNeeded } = returning;
  if (returning.phase === 'awaiting-checks' || share === null)
    return <span className="text-ink-2">{t('awaiting', { count: passingNeeded ?? 1 })}</span>;
  const percent = share / 10;
  return (
    <span className="inline-flex items-center gap-2" title={t('rampTitle')}>
      <span aria-hidden className="h-1.5 w-28 overflow-hidden rounded-full bg-idle-wash">
        <span className="block h-full bg-move" style={{ width: `${percent}%` }} />
      </span>
      <span className="figures">{t('ramp', { share: formatRate(percent) })}</span>
      {left !== null && left > 0 ? (
        <span className="text-ink-2">{t('eta', { time: formatDuration(left) })}</span>
      ) : null}
    </span>
  );
}
