'use client';

import { CircleCheck, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { ClusterRow } from '../../../domain/display/views.ts';
import { StateWord } from '../../ui/state-word.tsx';

/** How many of a cluster’s directors hold the newest intent and agree with it. */
export function DirectorsInStep({ row }: { readonly row: ClusterRow }) {
  const t = useTranslations('overview');
  const all = row.directors.length;
  if (all === 0) return <span className="text-ink-3">{t('noDirectors')}</span>;
  const inStep = row.directors.filter((director) => director.state === 'in-step').length;
  return (
    <StateWord tone={inStep === all ? 'ok' : 'warn'} icon={inStep === all ? CircleCheck : TriangleAlert}>
      {t('inStep', { inStep: String(inStep), all: String(all) })}
    </StateWord>
  );
}
