'use client';

import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '../../ui/class-names.ts';
import { momentText } from './moment-text.ts';

const never = () => () => undefined;

interface MomentProps {
  /** Milliseconds since 1970; null when it never was. */
  readonly at: number | null;
  readonly className?: string;
}

/** A time to the second in the viewer's zone, with UTC on hover. Until the page runs in that zone, in UTC. */
export function Moment({ at, className }: MomentProps) {
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
