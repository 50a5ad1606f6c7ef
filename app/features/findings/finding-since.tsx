'use client';

import { useTranslations } from 'use-intl';
import { formatDuration } from '../../lib/formats.ts';
import { useAge } from '../../ui/clock.tsx';

/** Seconds in which a finding is new. */
const newFor = 120;

/** How long a finding has stood, in words that change once a minute at most. */
export function FindingSince({ since }: { readonly since: number }) {
  const t = useTranslations('findings');
  const seconds = useAge(since) ?? 0;
  return (
    <span className="whitespace-nowrap">
      {seconds < newFor ? t('sinceNow') : t('since', { time: formatDuration(seconds) })}
    </span>
  );
}
