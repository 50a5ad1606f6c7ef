'use client';

import { useTranslations } from 'use-intl';
import { formatRate } from '../../lib/formats.ts';
import { Sparkline } from '../../ui/sparkline.tsx';

interface TrendProps {
  readonly name: string;
  readonly points: readonly (number | null)[];
}

/** New connections a second over the last minutes. */
export function Trend({ name, points }: TrendProps) {
  const t = useTranslations('words');
  const known = points.filter((point) => point !== null);
  if (known.length < 2) return null;
  const last = points.at(-1);
  return (
    <Sparkline
      points={points}
      label={t('trendLabel', {
        name,
        now: last === null || last === undefined ? '–' : formatRate(last),
        most: formatRate(Math.max(...known)),
      })}
    />
  );
}
