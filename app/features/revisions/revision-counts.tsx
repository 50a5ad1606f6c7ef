'use client';

import { useTranslations } from 'use-intl';
import type { RevisionRow } from '../../../domain/revision/revision-row.ts';
import { cx } from '../../ui/class-names.ts';
import { countValues } from './count-values.ts';

/** `+2 ~1 −0 · settings`: how much a revision changed. */
export function RevisionCounts({ row: { counts, settingsChanged } }: { readonly row: RevisionRow }) {
  const t = useTranslations('revisions');
  const signs = [
    ['+', counts.added, 'text-ok'],
    ['~', counts.changed, 'text-move'],
    ['−', counts.removed, 'text-bad'],
  ] as const;
  return (
    <span title={t('counts', countValues(counts))} className="inline-flex items-baseline gap-x-2">
      <span className="sr-only">{t('counts', countValues(counts))}</span>
      {signs.map(([sign, count, ink]) => (
        <span key={sign} aria-hidden className={cx('figures min-w-7', count === 0 ? 'text-ink-3' : ink)}>
          {sign}
          {count}
        </span>
      ))}
      {settingsChanged ? <span className="text-ink-2">{t('settings')}</span> : null}
    </span>
  );
}
