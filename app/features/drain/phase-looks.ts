import {
  AlarmClock,
  Check,
  CircleHelp,
  CircleMinus,
  Clock,
  Hourglass,
  type LucideIcon,
  Send,
  TimerReset,
  TrendingUp,
} from 'lucide-react';
import type { Tone } from '../../ui/state-word.tsx';
import type { LinePhase } from './drain-line.ts';

/** The colour and the icon of each phase. */
export const phaseLooks: Readonly<Record<LinePhase, { readonly tone: Tone; readonly icon: LucideIcon }>> = {
  requested: { tone: 'move', icon: Clock },
  sent: { tone: 'move', icon: Send },
  confirmed: { tone: 'move', icon: Check },
  draining: { tone: 'move', icon: TimerReset },
  drained: { tone: 'idle', icon: CircleMinus },
  'past-deadline': { tone: 'warn', icon: AlarmClock },
  unknown: { tone: 'idle', icon: CircleHelp },
  returning: { tone: 'move', icon: TrendingUp },
  'awaiting-checks': { tone: 'move', icon: Hourglass },
};
