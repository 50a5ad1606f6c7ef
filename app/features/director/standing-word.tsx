'use client';

import { CircleCheck, CircleDot, CircleHelp, CircleSlash, type LucideIcon, Shuffle } from 'lucide-react';
import { useContext } from 'react';
import { useTranslations } from 'use-intl';
import type { DirectorService } from '../../../domain/display/views.ts';
import { FreshnessContext } from '../../ui/clock.tsx';
import { StateWord, type Tone } from '../../ui/state-word.tsx';

type Standing = DirectorService['standing'];

const looks: Record<Standing, { tone: Tone; icon: LucideIcon }> = {
  ours: { tone: 'ok', icon: CircleCheck },
  drifted: { tone: 'warn', icon: Shuffle },
  missing: { tone: 'bad', icon: CircleSlash },
  foreign: { tone: 'idle', icon: CircleDot },
};

/** Whether a service in the kernel is Shoal's, and as it was defined. */
export function StandingWord({ standing }: { readonly standing: Standing }) {
  const t = useTranslations('director');
  const words = useTranslations('words');
  if (useContext(FreshnessContext) === 'unknown')
    return (
      <StateWord tone="idle" icon={CircleHelp} title={words('stateWhy.unknown')}>
        {words('unknown')}
      </StateWord>
    );
  return (
    <StateWord {...looks[standing]} title={t(`standingWhy.${standing}`)}>
      {t(`standing.${standing}`)}
    </StateWord>
  );
}

/** What needs eyes comes first. */
export const standingOrder = (standing: Standing): number =>
  ['missing', 'drifted', 'foreign', 'ours'].indexOf(standing);
