'use client';

import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleX,
  History,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  Shuffle,
} from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import type { DirectorHead, DirectorState } from '../../../domain/display/director-state.ts';
import { linkStore } from '../../lib/link-store.ts';
import { useFreshness } from '../../ui/clock.tsx';
import { StateWord, type Tone } from '../../ui/state-word.tsx';

const looks: Record<DirectorState, { tone: Tone; icon: LucideIcon }> = {
  'never-seen': { tone: 'idle', icon: CircleDashed },
  unreachable: { tone: 'bad', icon: CircleX },
  failed: { tone: 'bad', icon: CircleAlert },
  drifted: { tone: 'warn', icon: Shuffle },
  behind: { tone: 'warn', icon: History },
  waiting: { tone: 'move', icon: Hourglass },
  applying: { tone: 'move', icon: LoaderCircle },
  'in-step': { tone: 'ok', icon: CircleCheck },
};

/** How a director stands; unreachable as soon as nothing was heard for too long, whatever was last said. */
export function DirectorStateWord({ head }: { readonly head: DirectorHead }) {
  const t = useTranslations('words');
  const silent = useFreshness(head.receivedAt) === 'unknown';
  const link = useSyncExternalStore(linkStore.subscribe, linkStore.get, () => 'connecting' as const);
  // It is the console that is silent then, and it says nothing of its directors.
  if (silent && link === 'closed')
    return (
      <StateWord tone="idle" icon={CircleHelp} title={t('oldValue')}>
        {t('unknown')}
      </StateWord>
    );
  const state = silent && head.state !== 'never-seen' ? 'unreachable' : head.state;
  const why = t(`directorWhy.${state}`, {
    held: String(head.generation.held),
    wanted: String(head.generation.wanted),
  });
  return (
    <StateWord {...looks[state]} title={why}>
      {t(`director.${state}`)}
    </StateWord>
  );
}
