'use client';

import { Heart, HeartCrack, HeartPulse } from 'lucide-react';
import { useContext } from 'react';
import { useTranslations } from 'use-intl';
import type { ObservedHealth } from '../../../domain/checks/health.ts';
import { formatDuration } from '../../lib/formats.ts';
import { cx } from '../../ui/class-names.ts';
import { FreshnessContext, useAge } from '../../ui/clock.tsx';
import { momentText } from '../numbers/moment-text.ts';
import { useOutcomeText } from './use-outcome-text.ts';

const looks = {
  passing: { icon: HeartPulse, colour: 'text-ok' },
  failing: { icon: HeartCrack, colour: 'text-bad' },
  unchecked: { icon: Heart, colour: 'text-ink-3' },
} as const;

/** What a destination's check found last, how often in a row and how long ago; the rest on hover. */
export function HealthCell({ health }: { readonly health: ObservedHealth | null }) {
  const t = useTranslations('checks');
  const outcomeText = useOutcomeText();
  const age = useAge(health?.last?.at ?? null);
  if (useContext(FreshnessContext) === 'unknown' || !health) return <span className="text-ink-3">–</span>;
  const { verdict, last, streak, needed, since, out } = health;
  const { icon: Icon, colour } = looks[verdict];
  const outcome = last ? outcomeText(last.outcome) : null;
  const kept = verdict === 'failing' && !out;
  const why = [
    since === null
      ? t(`verdicts.${verdict}`)
      : t('since', { verdict: t(`verdicts.${verdict}`), since: momentText(since) }),
    outcome ? t('counted', { outcome, count: streak }) : null,
    verdict === 'unchecked' ? null : t(`until.${verdict}`, { count: String(needed) }),
    kept ? t('kept') : null,
    age === null ? null : t('lastAge', { age: formatDuration(age) }),
  ].filter((line) => line !== null);
  return (
    <span className="inline-flex max-w-full items-baseline gap-1.5" title={why.join('\n')}>
      <Icon aria-hidden className={cx('size-3.5 shrink-0 self-center', colour)} />
      <span className="sr-only">{t(`verdicts.${verdict}`)}</span>
      <span className={cx('truncate', verdict === 'failing' ? 'text-bad' : last?.passed ? '' : 'text-warn')}>
        {outcome ?? t('verdicts.unchecked')}
      </span>
      {age === null ? null : <span className="figures shrink-0 text-[11px] text-ink-3">{formatDuration(age)}</span>}
      {kept ? <span className="shrink-0 text-[11px] text-warn">{t('keptShort')}</span> : null}
    </span>
  );
}
