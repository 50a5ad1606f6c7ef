'use client';

import { useQuery } from '@tanstack/react-query';
import { Hourglass, OctagonAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ApplyProgress } from '../../../domain/display/views.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { Button } from '../../ui/button.tsx';
import { StateWord } from '../../ui/state-word.tsx';
import { GoOnForm } from './go-on-form.tsx';
import { heldBack } from './held-back.ts';

interface HeldDirectorsProps {
  readonly cluster: string;
  readonly progress: readonly ApplyProgress[];
  /** The waiting directors go on, with this generation. */
  readonly onGoOn: (generation: number) => void;
  /** To the revision that the waiting directors keep, on top of the one that they wait with. */
  readonly onGoBack: (previous: number, newest: number) => void;
}

/** Who waits for the first director, and what people can do about it when it failed there. */
export function HeldDirectors({ cluster, progress, onGoOn, onGoBack }: HeldDirectorsProps) {
  const t = useTranslations('firstDirector');
  const [goesOn, setGoesOn] = useState(false);
  const held = heldBack(progress);
  const stuck = held !== null && held.state !== 'going';
  const { data: rollout } = useQuery({
    queryKey: ['rollout', cluster, progress[0]?.generation],
    queryFn: async () => (await consoleClient().view.cluster.query({ cluster })).rollout,
    enabled: stuck,
  });
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
      {!stuck ? null : goesOn ? (
        <GoOnForm cluster={cluster} onGoOn={onGoOn} onCancel={() => setGoesOn(false)} />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setGoesOn(true)}>{t('goOn')}</Button>
          {rollout ? (
            <Button
              look="danger"
              offBecause={rollout.previousRevision === 0 ? t('goBackFirst') : null}
              onClick={() => onGoBack(rollout.previousRevision, rollout.revision)}
            >
              {t('goBack', { revision: String(rollout.previousRevision) })}
            </Button>
          ) : null}
        </div>
      )}
    </section>
  );
}
