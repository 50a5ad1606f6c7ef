'use client';

import { useTranslations } from 'use-intl';
import type { DrainProgress } from '../../../domain/display/drain-progress.ts';
import { formatDuration } from '../../lib/formats.ts';
import { useSecondsUntil } from '../../ui/clock.tsx';

/** How long a drain has still, and what happens then; how long it is over. */
export function DeadlineLeft({ drain }: { readonly drain: DrainProgress }) {
  const t = useTranslations('drain.now');
  const left = useSecondsUntil(drain.deadline);
  if (left === null || drain.phase === 'drained') return null;
  if (left <= 0) return <span className="text-warn">{t('deadlineOver', { time: formatDuration(-left) })}</span>;
  return (
    <span className="text-ink-2">
      {t('deadline', { time: formatDuration(left), what: t(`atDeadline.${drain.atDeadline}`) })}
    </span>
  );
}
