import { useTranslations } from 'use-intl';
import type { Remedy } from '../../../domain/diagnosis/remedy.ts';
import { formatCount } from '../../lib/formats.ts';

/** Gives a remedy in a few words: `remove persistence`. */
export function useRemedyText(): (remedy: Remedy) => string {
  const t = useTranslations('findings.remedies');
  return (remedy) => {
    switch (remedy.kind) {
      case 'scheduler':
        return t('scheduler', { scheduler: remedy.scheduler });
      case 'thresholds':
        return remedy.upper === 0 ? t('noThresholds') : t('thresholds', { upper: formatCount(remedy.upper) });
      case 'sysctls':
        return Object.entries(remedy.values)
          .map(([name, value]) => `${name}=${value}`)
          .join(', ');
      default:
        return t(remedy.kind);
    }
  };
}
