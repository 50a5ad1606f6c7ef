'use client';

import { useTranslations } from 'use-intl';
import { formatDuration } from '../../lib/formats.ts';
import { cx } from '../../ui/class-names.ts';
import { useAge, useFreshness } from '../../ui/clock.tsx';

interface AgeProps {
  readonly receivedAt: number | null;
  /** Whose sample it is; null where the row says it. */
  readonly director?: string | null;
  /** In a line of text, where no column head says what it is. */
  readonly inText?: boolean;
}

/** How old the numbers beside it are: counted on while the console is silent. */
export function Age({ receivedAt, director = null, inText = false }: AgeProps) {
  const t = useTranslations('words');
  const seconds = useAge(receivedAt);
  const freshness = useFreshness(receivedAt);
  return (
    <span
      title={director ? t('ageTitle', { director }) : undefined}
      className={cx(
        'figures whitespace-nowrap',
        freshness === 'fresh' ? 'text-ink-2' : freshness === 'stale' ? 'text-warn' : 'text-bad',
      )}
    >
      {seconds === null ? t('never') : inText ? t('ago', { age: formatDuration(seconds) }) : formatDuration(seconds)}
    </span>
  );
}
