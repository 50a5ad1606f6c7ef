'use client';

import { Check, Pause } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { type ReleaseStep, releaseSteps } from '../../../domain/release/release-state.ts';
import type { ReleaseView } from '../../../domain/release/release-view.ts';
import { formatDuration } from '../../lib/formats.ts';
import { cx } from '../../ui/class-names.ts';
import { useAge, useSecondsUntil } from '../../ui/clock.tsx';

interface WaveStepsProps {
  readonly view: ReleaseView;
  /** From 0. */
  readonly wave: number;
}

/** The steps of a wave in their order: what is behind it, where it is and for how long, what is to come. */
export function WaveSteps({ view, wave }: WaveStepsProps) {
  const t = useTranslations('releases');
  const { state, plan, waves } = view;
  const standing = waves[wave]?.standing;
  const steps = releaseSteps.filter((step) => step !== 'hold' || plan.settings.hold);
  const at = steps.indexOf(state.step);
  return (
    <ol className="flex flex-wrap items-center gap-x-1 gap-y-1">
      {steps.map((step, index) => {
        const isNow = standing === 'current' && index === at && state.endedAt === null;
        const isDone = standing === 'done' || (standing === 'current' && index < at);
        return (
          <li
            key={step}
            title={t(`stepTitle.${step}`)}
            aria-current={isNow ? 'step' : undefined}
            className={cx(
              'inline-flex h-6 items-center gap-1.5 whitespace-nowrap border px-2',
              isNow
                ? state.status === 'halted'
                  ? 'border-bad bg-bad-wash font-medium text-bad'
                  : 'border-accent bg-accent-wash font-medium text-ink'
                : isDone
                  ? 'border-line text-ink-2'
                  : 'border-line border-dashed text-ink-3',
            )}
          >
            {isDone ? <Check aria-hidden className="size-3.5 text-ok" /> : null}
            {isNow && state.status === 'halted' ? <Pause aria-hidden className="size-3.5" /> : null}
            {t(`step.${step}`)}
            {isNow ? <StepTime step={step} since={state.stepSince} deadline={state.deadline} /> : null}
          </li>
        );
      })}
    </ol>
  );
}

interface StepTimeProps {
  readonly step: ReleaseStep;
  readonly since: number;
  readonly deadline: number | null;
}

function StepTime({ step, since, deadline }: StepTimeProps) {
  const t = useTranslations('releases');
  const age = useAge(since);
  const left = useSecondsUntil(step === 'wait' || step === 'drain' ? deadline : null);
  return (
    <span className="figures font-normal text-ink-2">
      {age === null ? null : formatDuration(age)}
      {left === null ? null : ` · ${left > 0 ? t('deadlineIn', { left: formatDuration(left) }) : t('pastDeadline')}`}
    </span>
  );
}
