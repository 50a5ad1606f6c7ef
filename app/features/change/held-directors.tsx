'use client';

import { Hourglass, OctagonAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ApplyProgress } from '../../../domain/display/views.ts';
import { Button } from '../../ui/button.tsx';
import { StateWord } from '../../ui/state-word.tsx';
import { GoOnForm } from './go-on-form.tsx';
import { heldBack } from './held-back.ts';

interface HeldDirectorsProps {
  readonly cluster: string;
  readonly progress: readonly ApplyProgress[];
  /** The revision before the one that is applied; null where none is applied. */
  readonly previous: number | null;
  /** The waiting directors go on, with this generation. */
  readonly onGoOn: (generation: number) => void;
  readonly onGoBack: (previous: number) => void;
}

/** Who waits for the first director, and what people can do about it when it failed there. */
export function HeldDirectors({ cluster, progress, previous, onGoOn, onGoBack }: HeldDirectorsProps) {
  const t = useTranslations('firstDirector');
  const [goesOn, setGoesOn] = useState(false);
  const held = heldBack(progress);
  if (!held) return null;
  const words = { first: held.first, names: held.waiting.join(', '), count: held.waiting.length };
  return (
    <section className="flex flex-col items-start gap-2 border px-3 py-2" aria-live="polite">
      <StateWord
        tone={held.state === 'stopped' ? 'bad' : 'move'}
        icon={held.state === 'stopped' ? OctagonAlert : Hourglass}
      >
        <span className="whitespace-normal">
          {held.state === 'stopped'
            ? t('stopped', words)
            : held.state === 'silent'
              ? t('silent', words)
              : t('held', words)}
        </span>
      </StateWord>
      {held.state === 'going' ? null : goesOn ? (
        <GoOnForm cluster={cluster} onGoOn={onGoOn} onCancel={() => setGoesOn(false)} />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setGoesOn(true)}>{t('goOn')}</Button>
          {previous === null ? null : (
            <Button
              look="danger"
              offBecause={previous === 0 ? t('goBackFirst') : null}
              onClick={() => onGoBack(previous)}
            >
              {t('goBack', { revision: String(previous) })}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
