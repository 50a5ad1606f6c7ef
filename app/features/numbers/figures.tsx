'use client';

import { useTranslations } from 'use-intl';
import { formatCount, formatKilobytes, formatPercent, formatRate } from '../../lib/formats.ts';
import { Figure } from '../../ui/number-cell.tsx';

interface ValueProps {
  readonly value: number | null;
  readonly className?: string;
}

/** Connections that a kernel counts. */
export function Count({ value, ...rest }: ValueProps) {
  const t = useTranslations('words');
  return (
    <Figure
      {...rest}
      value={value}
      format={formatCount}
      unknownBecause={t('unknownValue')}
      oldBecause={t('oldValue')}
    />
  );
}

/** New connections a second. */
export function Rate({ value, ...rest }: ValueProps) {
  const t = useTranslations('words');
  return <Figure {...rest} value={value} format={formatRate} unknownBecause={t('noRate')} oldBecause={t('oldValue')} />;
}

/** Bytes a second, shown in kB/s. */
export function Kilobytes({ value, ...rest }: ValueProps) {
  const t = useTranslations('words');
  return (
    <Figure {...rest} value={value} format={formatKilobytes} unknownBecause={t('noRate')} oldBecause={t('oldValue')} />
  );
}

/** A share of 0–1, shown in percent. */
export function Share({ value, ageless = false, ...rest }: ValueProps & { readonly ageless?: boolean }) {
  const t = useTranslations('words');
  return (
    <Figure
      {...rest}
      value={value}
      ageless={ageless}
      format={formatPercent}
      unknownBecause={t('noShare')}
      oldBecause={t('oldValue')}
    />
  );
}

/** How many there are in the definition: known by the console itself. */
export function Written({ value, className = '' }: { readonly value: number; readonly className?: string }) {
  return <span className={`figures ${value === 0 ? 'text-ink-3' : ''} ${className}`}>{formatCount(value)}</span>;
}
