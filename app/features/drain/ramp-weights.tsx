'use client';

import { useTranslations } from 'use-intl';
import type { RampPreview } from '../../../domain/display/drain-preview.ts';

/** As many as are written out. */
const mostListed = 4;

/** The weights that a ramp goes through, for each destination that has enough weight to rise in steps. */
export function RampWeights({ ramps }: { readonly ramps: readonly RampPreview[] }) {
  const t = useTranslations('drain.ramp');
  const rising = ramps.filter(({ weights }) => weights.length > 0);
  if (ramps.length === 0) return null;
  if (rising.length === 0) return <p className="text-[12px] text-ink-2">{t('noSteps')}</p>;
  return (
    <ul aria-label={t('weights')} className="flex flex-col gap-0.5 text-[12px] text-ink-2">
      {rising.slice(0, mostListed).map(({ service, destination, weights, writtenWeight }) => (
        <li key={`${service} ${destination}`} className="figures">
          {destination} <span className="text-ink-3">{[0, ...weights, writtenWeight].join(' → ')}</span>
        </li>
      ))}
      {rising.length > mostListed ? <li>{t('more', { count: rising.length - mostListed })}</li> : null}
    </ul>
  );
}
