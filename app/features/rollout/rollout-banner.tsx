'use client';

import { CircleX, Hourglass } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ClusterView, RolloutView } from '../../../domain/display/views.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useRolloutStop } from './use-rollout-stop.ts';

const GoOnDialog = dynamic(() => import('./go-on-dialog.tsx').then((module) => module.GoOnDialog), { ssr: false });

interface RolloutBannerProps {
  readonly view: ClusterView;
  readonly rollout: RolloutView;
}

/** That a revision is on its first director alone, who waits for it, and what can be done when it stopped there. */
export function RolloutBanner({ view, rollout }: RolloutBannerProps) {
  const t = useTranslations('rollout');
  const lacks = useLacks('operator');
  const router = useRouter();
  const [asked, setAsked] = useState(false);
  const stop = useRolloutStop(view, rollout);
  const { revision, previousRevision, first, waiting, state } = rollout;
  const stopped = state === 'stopped';
  const page = `/clusters/${encodeURIComponent(view.name)}`;
  return (
    <>
      <Banner
        tone={stopped ? 'bad' : 'move'}
        icon={stopped ? CircleX : Hourglass}
        action={
          <span className="flex flex-wrap gap-2 py-0.5 max-sm:w-full">
            <Button offBecause={lacks} onClick={() => setAsked(true)}>
              {t('goOn')}
            </Button>
            <Button
              offBecause={lacks}
              onClick={() => router.push(`${page}?tab=revisions&drawer=go-back~${previousRevision}`)}
            >
              {t('goBack', { previous: String(previousRevision) })}
            </Button>
          </span>
        }
      >
        {t(state, {
          revision: String(revision),
          previous: String(previousRevision),
          first,
          waiting: waiting.join(', '),
          count: waiting.length,
        })}
        {stop ? <span className="font-normal"> {stop}</span> : null}
      </Banner>
      {asked ? <GoOnDialog cluster={view.name} rollout={rollout} onClose={() => setAsked(false)} /> : null}
    </>
  );
}
