'use client';

import {
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CircleX,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  PauseCircle,
  ShieldCheck,
  TimerReset,
  Undo2,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { ReleaseStatus, ServerPhase } from '../../../domain/release/release-state.ts';
import { StateWord, type Tone } from '../../ui/state-word.tsx';

type Look = readonly [Tone, LucideIcon];

const statuses: Record<ReleaseStatus, Look> = {
  running: ['move', LoaderCircle],
  halted: ['bad', PauseCircle],
  'rolling-back': ['warn', Undo2],
  done: ['ok', CircleCheck],
  'rolled-back': ['idle', Undo2],
};

const phases: Record<ServerPhase, Look> = {
  waiting: ['ok', CircleCheck],
  leaving: ['move', Hourglass],
  draining: ['move', TimerReset],
  drained: ['idle', CircleMinus],
  verified: ['idle', ShieldCheck],
  returning: ['move', Hourglass],
  returned: ['ok', CircleCheck],
  skipped: ['idle', CircleDashed],
  'left-out': ['idle', CircleMinus],
  gone: ['warn', CircleX],
};

export function StatusWord({ status }: { readonly status: ReleaseStatus }) {
  const t = useTranslations('releases.status');
  const [tone, icon] = statuses[status];
  return (
    <StateWord tone={tone} icon={icon}>
      {t(status)}
    </StateWord>
  );
}

export function PhaseWord({ phase }: { readonly phase: ServerPhase }) {
  const t = useTranslations('releases.phase');
  const [tone, icon] = phases[phase];
  return (
    <StateWord tone={tone} icon={icon}>
      {t(phase)}
    </StateWord>
  );
}
