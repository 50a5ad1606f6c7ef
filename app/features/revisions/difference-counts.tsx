'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Definition } from '../../../domain/definition/definition.ts';
import { definitionDifference } from '../../../domain/definition/difference.ts';
import { countValues } from './count-values.ts';

interface DifferenceCountsProps {
  readonly before: Definition;
  readonly after: Definition;
}

/** How much differs, in one line. */
export function DifferenceCounts({ before, after }: DifferenceCountsProps) {
  const t = useTranslations('revisions');
  const { counts, settingsChanged, rows } = useMemo(() => definitionDifference(before, after), [before, after]);
  if (rows.length === 0) return null;
  return (
    <p className="label-text px-4 py-1.5">
      {t('counts', countValues(counts))}
      {settingsChanged ? ` · ${t('settingsChanged')}` : ''}
    </p>
  );
}
