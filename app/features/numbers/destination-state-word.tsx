'use client';

import {
  CircleCheck,
  CircleDot,
  CircleHelp,
  CircleMinus,
  CirclePause,
  CircleSlash,
  Clock,
  HeartCrack,
  type LucideIcon,
  Send,
  Shuffle,
  TimerReset,
} from 'lucide-react';
import { useContext } from 'react';
import { useTranslations } from 'use-intl';
import type { DestinationState } from '../../../domain/display/destination-row.ts';
import { formatCount } from '../../lib/formats.ts';
import { FreshnessContext } from '../../ui/clock.tsx';
import { StateWord, type Tone } from '../../ui/state-word.tsx';
import { useDifferences } from './use-differences.ts';

const looks: Record<DestinationState['kind'], { tone: Tone; icon: LucideIcon }> = {
  serving: { tone: 'ok', icon: CircleCheck },
  quiesced: { tone: 'idle', icon: CirclePause },
  requested: { tone: 'move', icon: Clock },
  sent: { tone: 'move', icon: Send },
  draining: { tone: 'move', icon: TimerReset },
  drained: { tone: 'idle', icon: CircleMinus },
  'check-failed': { tone: 'bad', icon: HeartCrack },
  missing: { tone: 'bad', icon: CircleSlash },
  'not-defined': { tone: 'warn', icon: CircleDot },
  drifted: { tone: 'warn', icon: Shuffle },
  unknown: { tone: 'idle', icon: CircleHelp },
};

/** The state of a destination, in a word and an icon; unknown when the director has been silent too long. */
export function DestinationStateWord({ state }: { readonly state: DestinationState }) {
  const t = useTranslations('words');
  const differences = useDifferences();
  // What is asked for is known by the console itself; what the kernel does, by a sample alone.
  const own = state.kind === 'requested' || state.kind === 'sent';
  const shown: DestinationState = useContext(FreshnessContext) === 'unknown' && !own ? { kind: 'unknown' } : state;
  const why = t(`stateWhy.${shown.kind}`, {
    activeConn: shown.kind === 'draining' ? formatCount(shown.activeConn) : '',
    persistConn: shown.kind === 'draining' ? formatCount(shown.persistConn) : '',
    differences: shown.kind === 'drifted' ? differences(shown.differences) : '',
  });
  return (
    <StateWord {...looks[shown.kind]} title={why}>
      {t(`state.${shown.kind}`, { count: shown.kind === 'draining' ? formatCount(shown.activeConn) : '' })}
    </StateWord>
  );
}

/** An order of states that brings what needs eyes to the top. */
export const stateOrder = (state: DestinationState): number =>
  [
    'missing',
    'check-failed',
    'drifted',
    'not-defined',
    'requested',
    'sent',
    'draining',
    'drained',
    'quiesced',
    'serving',
    'unknown',
  ].indexOf(state.kind);
