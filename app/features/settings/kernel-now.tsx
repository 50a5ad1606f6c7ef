'use client';

import { Shuffle } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { cx } from '../../ui/class-names.ts';
import { useFreshness } from '../../ui/clock.tsx';
import { StateWord } from '../../ui/state-word.tsx';
import type { KernelValue } from './kernel-values.ts';

interface KernelNowProps {
  readonly values: readonly KernelValue[];
  /** Whether a kernel with this value is as it is defined. */
  readonly agrees: (value: number) => boolean;
  readonly unit?: string | undefined;
}

/** What the directors' kernels have for a setting now, and which of them have it otherwise than defined. */
export function KernelNow({ values, agrees, unit }: KernelNowProps) {
  const t = useTranslations('settings');
  if (values.length === 0) return <span className="text-ink-3">{t('noDirectors')}</span>;
  return (
    <ul className="flex flex-col gap-0.5">
      {values.map((value) => (
        <OneValue key={value.value} value={value} agrees={agrees} unit={unit} />
      ))}
    </ul>
  );
}

function OneValue({ value: { value, directors, receivedAt }, agrees, unit }: OneValueProps) {
  const t = useTranslations('settings');
  const freshness = useFreshness(receivedAt);
  const unknown = value === 'unknown' || freshness === 'unknown';
  const differs = !unknown && typeof value === 'number' && !agrees(value);
  return (
    <li className="flex flex-wrap items-baseline gap-x-2">
      {unknown ? (
        <span className="text-ink-3">{t('unknown')}</span>
      ) : value === 'none' ? (
        <span className="text-warn">{t('none')}</span>
      ) : (
        <span className={cx('figures', freshness === 'stale' && 'text-ink-3', differs && 'font-medium text-warn')}>
          {value}
          {unit ? ` ${unit}` : ''}
        </span>
      )}{' '}
      <span className="text-[12px] text-ink-3">{t('on', { directors: directors.join(', ') })}</span>
      {differs ? (
        <StateWord tone="warn" icon={Shuffle}>
          {t('differs')}
        </StateWord>
      ) : null}
    </li>
  );
}

interface OneValueProps {
  readonly value: KernelValue;
  readonly agrees: (value: number) => boolean;
  readonly unit: string | undefined;
}
