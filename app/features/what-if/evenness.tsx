'use client';

import { useTranslations } from 'use-intl';
import type { Outcome } from '../../../domain/scheduling/what-if.ts';
import { formatCount } from '../../lib/formats.ts';

/** How even a replay was, before and after, and how many connections nobody would have taken. */
export function Evenness({ before, after }: { readonly before: Outcome; readonly after: Outcome }) {
  const t = useTranslations('whatIf');
  const figure = (of: (outcome: Outcome) => number | undefined) =>
    `${of(before)?.toFixed(2) ?? '–'} → ${of(after)?.toFixed(2) ?? '–'}`;
  return (
    <p className="figures flex flex-wrap gap-x-4 text-ink-2">
      <span>{t('maxToMean', { figures: figure((one) => one.spread?.maxToMean) })}</span>
      <span>{t('jain', { figures: figure((one) => one.spread?.jain) })}</span>
      {after.refused > before.refused ? (
        <span className="text-warn">{t('refused', { count: formatCount(after.refused) })}</span>
      ) : null}
    </p>
  );
}
