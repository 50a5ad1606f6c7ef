'use client';

import { useTranslations } from 'use-intl';
import { formatCount } from '../../lib/formats.ts';
import type { DrainFigures } from './drain-figures.ts';

const known = (value: number | null): string => (value === null ? '–' : formatCount(value));

/** What the targets have on each director now, where there are several: a pair is never added up. */
export function FiguresByDirector({ figures }: { readonly figures: DrainFigures }) {
  const t = useTranslations('drain');
  const { connections } = figures;
  if (connections.length < 2) return null;
  return (
    <ul aria-label={t('byDirector')} className="flex flex-wrap gap-x-5 gap-y-0.5 text-[12px] text-ink-2">
      {connections.map(({ director, activeConn, inactConn, persistConn }) => (
        <li key={director}>
          <span className="font-medium">{director}</span>{' '}
          <span className="figures">
            ActiveConn {known(activeConn)} · InActConn {known(inactConn)} · PersistConn {known(persistConn)}
          </span>
        </li>
      ))}
    </ul>
  );
}
