'use client';

import { CircleHelp, Scale, TriangleAlert } from 'lucide-react';
import { useContext } from 'react';
import { useTranslations } from 'use-intl';
import type { ClusterRow } from '../../../domain/display/views.ts';
import { FreshnessContext } from '../../ui/clock.tsx';
import { StateWord } from '../../ui/state-word.tsx';

/** How many services of a cluster are out of balance. */
export function SkewWord({ row }: { readonly row: ClusterRow }) {
  const t = useTranslations('overview');
  const words = useTranslations('words');
  const old = useContext(FreshnessContext) === 'unknown';
  if (row.skewed > 0 && !old)
    return (
      <StateWord tone="warn" icon={TriangleAlert}>
        {t('skewed', { count: String(row.skewed) })}
      </StateWord>
    );
  return row.receivedAt === null || old ? (
    <StateWord tone="idle" icon={CircleHelp}>
      {words('unknown')}
    </StateWord>
  ) : (
    <StateWord tone="idle" icon={Scale}>
      {t('noSkew')}
    </StateWord>
  );
}
