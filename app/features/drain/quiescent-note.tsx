'use client';

import { useTranslations } from 'use-intl';
import type { StatedSysctl } from '../../../domain/display/drain-preview.ts';
import { formatCount } from '../../lib/formats.ts';
import type { DrainFigures } from './drain-figures.ts';

/** As many as are named; the rest is counted. */
const mostNamed = 8;

interface QuiescentNoteProps {
  readonly figures: DrainFigures;
  readonly states: StatedSysctl | null;
}

/** What `expire_quiescent_template` is on each director, whom else it touches, and what is written down first. */
export function QuiescentNote({ figures, states }: QuiescentNoteProps) {
  const t = useTranslations('drain.quiescent');
  const { quiescent, alsoTouched } = figures;
  return (
    <span className="mt-1 flex flex-col gap-0.5 text-[12px] text-ink-2 leading-4">
      <span className="flex flex-wrap gap-x-3">
        {quiescent.map(({ director, value }) => (
          <span key={director} className="figures">
            {director}: {value === 1 ? t('on') : value === 0 ? t('off') : t('unknown')}
          </span>
        ))}
      </span>
      {alsoTouched.length === 0 ? (
        <span>{t('touchesNone')}</span>
      ) : (
        <span>
          {t('touches')}{' '}
          <span className="figures">
            {alsoTouched
              .slice(0, mostNamed)
              .map(({ director, service, destination, persistConn }) =>
                t('touched', {
                  ...{ director, service, destination },
                  templates: persistConn === null ? '–' : formatCount(persistConn),
                }),
              )
              .join(', ')}
          </span>
          {alsoTouched.length > mostNamed ? ` ${t('more', { count: alsoTouched.length - mostNamed })}` : null}
        </span>
      )}
      {states ? <span>{t('states', { sysctl: states.sysctl, value: String(states.value) })}</span> : null}
    </span>
  );
}
