'use client';

import {
  CircleCheck,
  CircleHelp,
  CircleMinus,
  CirclePause,
  Clock,
  Hourglass,
  type LucideIcon,
  TimerReset,
} from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import type { DrainTarget } from '../../../domain/overlay/overlay.ts';
import { ClockContext } from '../../ui/clock.tsx';
import type { Tone } from '../../ui/state-word.tsx';
import { byDirector } from './drain-places.ts';
import type { DrainAction } from './drain-request.ts';
import { type DrainStage, drainStage } from './drain-stage.ts';
import { PlacesTable } from './places-table.tsx';
import { useDrainPlaces } from './use-drain-places.ts';

const looks: Record<DrainStage, { tone: Tone; icon: LucideIcon }> = {
  silent: { tone: 'idle', icon: CircleHelp },
  waiting: { tone: 'move', icon: Clock },
  draining: { tone: 'move', icon: TimerReset },
  templates: { tone: 'move', icon: TimerReset },
  drained: { tone: 'ok', icon: CircleMinus },
  serving: { tone: 'ok', icon: CircleCheck },
  'awaiting-checks': { tone: 'move', icon: Hourglass },
  'stays-out': { tone: 'move', icon: CirclePause },
};

interface DrainProgressProps {
  readonly cluster: string;
  readonly targets: readonly DrainTarget[];
  readonly action: DrainAction;
  readonly name: string;
}

/** What becomes of a drain: weight 0 in each kernel, then its connections counting down to none. */
export function DrainProgress({ cluster, targets, action, name }: DrainProgressProps) {
  const t = useTranslations('drain');
  const { places, clock } = useDrainPlaces(cluster, targets);
  const read = (): DrainStage | null => places && drainStage(places, action, clock.now());
  const stage = useSyncExternalStore(clock.subscribe, read, read);
  if (!places || !stage) return null;
  const oneService = new Set(places.map(({ service }) => service)).size === 1;
  return (
    <ClockContext.Provider value={clock}>
      <section aria-label={t('left')} className="flex flex-col gap-2">
        <output className="block whitespace-normal">
          <StageWord stage={stage} action={action} name={name} />
        </output>
        {byDirector(places).map((group) => (
          <PlacesTable key={group[0]?.director.name} places={group} oneService={oneService} />
        ))}
        {stage === 'drained' || stage === 'serving' ? null : <p className="text-ink-3">{t('goesOn')}</p>}
      </section>
    </ClockContext.Provider>
  );
}

function StageWord({ stage, action, name }: { stage: DrainStage; action: DrainAction; name: string }) {
  const t = useTranslations('drain');
  const { tone, icon: Icon } = looks[stage];
  const text = {
    silent: t('silent'),
    waiting: action === 'drain' ? t('waiting') : t('waitingReturn'),
    draining: t('draining'),
    templates: t('templatesHold'),
    drained: t('drained', { name }),
    serving: t('serving', { name }),
    'awaiting-checks': t('phaseWhy.awaiting-checks'),
    'stays-out': t('reasons.stays'),
  }[stage];
  const inks: Record<string, string> = { ok: 'text-ok', move: 'text-move', idle: 'text-idle' };
  return (
    <span className={`flex items-start gap-1.5 font-medium ${inks[tone]}`}>
      <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" strokeWidth={2.25} />
      {text}
    </span>
  );
}
