'use client';

import { CircleMinus, TimerReset } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { RealServerPlace } from '../../../domain/display/views.ts';
import { formatCount } from '../../lib/formats.ts';
import { StateWord } from '../../ui/state-word.tsx';
import { Age } from '../numbers/age.tsx';
import { placesByDirector } from './places-by-director.ts';

/** What is left on a real server that is out, for each director: a pair is never added up. */
export function ConnectionsLeft({ places }: { readonly places: readonly RealServerPlace[] }) {
  const t = useTranslations('realServer');
  return (
    <ul aria-live="polite" className="flex flex-wrap gap-x-6 gap-y-1">
      {placesByDirector(places).map(({ director, activeConn, persistConn }) => (
        <li key={director.name} className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{director.name}</span>
          {activeConn === null || persistConn === null ? (
            <span className="text-ink-3">{t('leftUnknown')}</span>
          ) : activeConn + persistConn === 0 ? (
            <StateWord tone="idle" icon={CircleMinus}>
              {t('empty')}
            </StateWord>
          ) : (
            <StateWord tone="move" icon={TimerReset}>
              {t('left', { activeConn: formatCount(activeConn), persistConn: formatCount(persistConn) })}
            </StateWord>
          )}
          <Age receivedAt={director.receivedAt} director={director.name} />
        </li>
      ))}
    </ul>
  );
}
