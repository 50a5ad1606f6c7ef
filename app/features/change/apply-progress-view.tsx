'use client';

import {
  Check,
  CircleCheck,
  CircleX,
  Clock,
  History,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  Minus,
  Send,
  X,
} from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { ApplyProgress } from '../../../domain/display/views.ts';
import { formatCount } from '../../lib/formats.ts';
import { StateWord, type Tone } from '../../ui/state-word.tsx';
import { Terminal } from '../../ui/terminal.tsx';
import { DirectorName } from '../numbers/director-name.tsx';

const looks: Record<ApplyProgress['phase'], { tone: Tone; icon: LucideIcon }> = {
  waiting: { tone: 'move', icon: Hourglass },
  superseded: { tone: 'idle', icon: History },
  requested: { tone: 'move', icon: Clock },
  sent: { tone: 'move', icon: Send },
  applying: { tone: 'move', icon: LoaderCircle },
  applied: { tone: 'ok', icon: CircleCheck },
  failed: { tone: 'bad', icon: CircleX },
  refused: { tone: 'bad', icon: CircleX },
};

const marks = {
  applied: { icon: Check, ink: 'text-ok' },
  failed: { icon: X, ink: 'text-bad' },
  skipped: { icon: Minus, ink: 'text-ink-3' },
} as const;

/** Most steps that are written out; the failed one is always among them. */
const mostSteps = 200;

interface ApplyProgressViewProps {
  readonly progress: ApplyProgress;
  /** Whether there is no kernel behind the director. */
  readonly simulated: boolean;
}

/** One director's way through a change: its phase, its steps, and the kernel's word after. */
export function ApplyProgressView({ progress, simulated }: ApplyProgressViewProps) {
  const t = useTranslations('change');
  const { steps, total, phase, readBack, detail } = progress;
  const shown = steps.filter((step, index) => index < mostSteps || step.outcome === 'failed');
  return (
    <div aria-live="polite">
      <h3 className="flex flex-wrap items-baseline gap-x-3 font-medium">
        <DirectorName name={progress.director} simulated={simulated} linked={false} />
        <StateWord {...looks[phase]}>
          {t(`phase.${phase}`, { done: formatCount(steps.length), total: formatCount(total ?? steps.length) })}
        </StateWord>
        {readBack ? (
          <span className={readBack === 'agrees' ? 'font-normal text-ok' : 'font-normal text-bad'}>
            {t(`readBack.${readBack}`)}
          </span>
        ) : null}
      </h3>
      {phase === 'requested' ? <p className="text-ink-2">{t('waits')}</p> : null}
      {detail ? <p className="text-bad">{detail}</p> : null}
      {phase === 'applied' && steps.length === 0 ? <p className="text-ink-2">{t('noSteps')}</p> : null}
      {shown.length > 0 ? (
        <div className="mt-1">
          <Terminal label={progress.director}>
            {shown.map((step) => {
              const { icon: Icon, ink } = marks[step.outcome];
              return (
                <span key={step.index} className={step.outcome === 'skipped' ? 'text-ink-3' : ''}>
                  <Icon aria-hidden className={`mr-1.5 inline size-3.5 ${ink}`} />
                  <span className="sr-only">{t(`outcome.${step.outcome}`)} </span>
                  {step.line}
                  {step.error ? <span className="text-bad"> # {step.error}</span> : null}
                  {'\n'}
                </span>
              );
            })}
            {steps.length > shown.length ? (
              <span className="text-ink-3">{t('more', { count: formatCount(steps.length - shown.length) })}</span>
            ) : null}
          </Terminal>
        </div>
      ) : null}
    </div>
  );
}
