'use client';

import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '../../ui/class-names.ts';
import { momentText } from './moment-text.ts';

const never = () => () => undefined;

interface TimeProps {
  /** Milliseconds since 1970; null when it never was. */
  readonly at: number | null;
  readonly className?: string;
}

/** A moment in the viewer's own zone, in UTC on hover. The server doesn't know the zone, so it writes UTC first. */
export function Time({ at, className }: TimeProps) {
  const t = useTranslations('words');
  const here = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (at === null) return <span className={cx('text-ink-3', className)}>{t('never')}</span>;
  const utc = `${momentText(at, 'UTC')} ${t('clientOnly')}`;
  return (
    <time dateTime={new Date(at).toISOString()} title={utc} className={cx('figures whitespace-nowrap', className)}>
      {here ? momentText(at) : utc}
    </time>
  );
}
