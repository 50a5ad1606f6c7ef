import { useTranslations } from 'use-intl';
import type { DrainMode } from '../../../domain/overlay/overlay.ts';
import { formatCount } from '../../lib/formats.ts';
import type { DrainFigures } from './drain-figures.ts';

/** Says what a mode would do on these directors, in plain words with their numbers. */
export function useModeSentence(figures: DrainFigures | null): (mode: DrainMode) => string {
  const t = useTranslations('drain.says');
  return (mode) => {
    if (!figures) return t('looking');
    const { activeConn, persistConn, persistence, quiescent } = figures;
    if (mode === 'cut') return activeConn === null ? t('endsUnknown') : t('ends', { count: activeConn });
    const stays = activeConn === null ? t('staysUnknown') : t('stays', { count: activeConn });
    const and = (second: string) => t('both', { first: stays, second });
    if (persistence === null) return mode === 'wait' ? and(t('newElsewhere')) : t('sameAsWaiting');
    const known = persistConn !== null;
    const count = persistConn ?? 0;
    if (mode === 'elsewhere') return and(known ? t('clientsGo', { count }) : t('clientsGoUnknown'));
    if (quiescent.length > 0 && quiescent.every(({ value }) => value === 1)) return and(t('clientsGoAnyway'));
    const timeout = formatCount(persistence);
    return and(known ? t('clientsCome', { count, timeout }) : t('clientsComeUnknown', { timeout }));
  };
}
