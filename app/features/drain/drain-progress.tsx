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
import { formatDuration } from '../../lib/formats.ts';
import { ClockContext } from '../../ui/clock.tsx';
import type { Tone } from '../../ui/state-word.tsx';
import { Age } from '../numbers/age.tsx';
import { DirectorName } from '../numbers/director-name.tsx';
import { Count } from '../numbers/figures.tsx';
import { Fresh } from '../numbers/fresh.tsx';
import { byDirector, type DrainPlace } from './drain-places.ts';
import type { DrainAction } from './drain-request.ts';
import { type DrainStage, drainStage } from './drain-stage.ts';
import { RowStateWord } from './row-state-word.tsx';
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

interface PlacesTableProps {
  readonly places: readonly DrainPlace[];
  /** Then no row says which. */
  readonly oneService: boolean;
}

function PlacesTable({ places, oneService }: PlacesTableProps) {
  const words = useTranslations('words.columns');
  const director = places[0]?.director;
  if (!director) return null;
  return (
    <Fresh receivedAt={director.receivedAt}>
      <table className="w-full border-collapse">
        <caption className="pb-1 text-left font-medium">
          <span className="inline-flex items-baseline gap-2">
            <DirectorName name={director.name} simulated={director.simulated} linked={false} />
            <span className="font-normal">
              <Age receivedAt={director.receivedAt} director={director.name} />
            </span>
          </span>
        </caption>
        <thead>
          <tr className="label-text border-b text-left">
            <th scope="col" className="py-1 pr-3 font-medium">
              {words('destination')}
            </th>
            <th scope="col" className="py-1 pr-3 font-medium">
              {words('state')}
            </th>
            <th scope="col" className="w-24 py-1 text-right font-medium">
              {words('active')}
            </th>
            <th scope="col" className="w-24 py-1 text-right font-medium">
              {words('persistent')}
            </th>
          </tr>
        </thead>
        <tbody>
          {places.map(({ service, row }) => (
            <tr key={`${service} ${row.key}`} className="border-b last:border-b-0">
              <th scope="row" className="py-1 pr-3 text-left align-middle font-normal">
                <span className="figures break-all">{row.key}</span>
                {oneService ? null : <span className="figures block text-ink-3">{service}</span>}
              </th>
              <td className="py-1 pr-3 align-middle">
                <RowStateWord row={row} />
                <EtaText row={row} />
              </td>
              <td className="py-1 text-right align-middle">
                <Count value={row.activeConn} />
              </td>
              <td className="py-1 text-right align-middle">
                <Count value={row.persistConn} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Fresh>
  );
}

function EtaText({ row }: Pick<DrainPlace, 'row'>) {
  const t = useTranslations('drain.now');
  const seconds = row.drain?.etaSeconds ?? null;
  if (seconds === null) return null;
  return <span className="ml-2 text-ink-2">{t('eta', { time: formatDuration(seconds) })}</span>;
}
