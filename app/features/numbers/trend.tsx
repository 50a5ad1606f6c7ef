'use client';

import { useTranslations } from 'use-intl';
import { Sparkline } from '../../ui/sparkline.tsx';

interface TrendProps {
  readonly name: string;
  readonly points: readonly (number | null)[];
}

/** New connections a second over the last minutes. */
export function Trend({ name, points }: TrendProps) {
  const t = useTranslations('words');
  // The figures stand in the columns beside it: to say them here again, each second, costs more than to draw it.
  return hasTwo(points) ? <Sparkline points={points} label={t('trendLabel', { name })} /> : null;
}

function hasTwo(points: TrendProps['points']): boolean {
  let known = 0;
  for (const point of points) if (point !== null && ++known === 2) return true;
  return false;
}
