'use client';

import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { ClusterRow } from '../../../domain/display/views.ts';
import { useKnownCount } from '../../ui/clock.tsx';
import { StateWord } from '../../ui/state-word.tsx';

/** How many of a cluster’s directors hold the newest intent and agree with it. */
export function DirectorsInStep({ row }: { readonly row: ClusterRow }) {
  const t = useTranslations('overview');
  const heads = row.directors;
  const all = heads.length;
  const inStepAt = heads.filter((one) => one.state === 'in-step').map((one) => one.receivedAt);
  const inStep = useKnownCount(inStepAt);
  if (all === 0) return <span className="text-ink-3">{t('noDirectors')}</span>;
  return (
    <StateWord tone={inStep === all ? 'ok' : 'warn'} icon={inStep === all ? CircleCheck : TriangleAlert}>
      {t('inStep', { inStep: String(inStep), all: String(all) })}
    </StateWord>
  );
}
