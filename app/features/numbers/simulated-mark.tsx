'use client';

import { FlaskConical } from 'lucide-react';
import { useTranslations } from 'use-intl';

/** Says that the numbers beside it come from no kernel. */
export function SimulatedMark() {
  const t = useTranslations('shell');
  return (
    <span
      title={t('simulatedWhy')}
      className="inline-flex items-center gap-0.5 rounded-sm border border-line-strong border-dashed px-1 text-[11px] text-ink-2 leading-4"
    >
      <FlaskConical aria-hidden className="size-3" />
      {t('simulated')}
    </span>
  );
}
