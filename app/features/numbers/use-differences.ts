import { useTranslations } from 'use-intl';
import type { Difference } from '../../../domain/plan/plan.ts';

/** Says differences between kernel and definition: `weight 5 → 3, scheduler wlc → wrr`. */
export function useDifferences(): (differences: readonly Difference[]) => string {
  const t = useTranslations('change');
  return (differences) =>
    differences
      .map(({ field, kernel, desired }) => t('difference', { field: t(`fields.${field}`), kernel, desired }))
      .join(', ');
}
