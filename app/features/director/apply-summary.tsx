'use client';

import { CircleCheck, CircleX, Clock, History, Hourglass, LoaderCircle, type LucideIcon, Send } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { ApplyProgress } from '../../../domain/display/views.ts';
import { formatCount } from '../../lib/formats.ts';
import { StateWord, type Tone } from '../../ui/state-word.tsx';
import { Time } from '../numbers/time.tsx';

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

/** One line about an apply: how it ended, what the kernel said then, and when. */
export function ApplySummary({ apply }: { readonly apply: ApplyProgress | undefined }) {
  const t = useTranslations('change');
  const director = useTranslations('director');
  if (!apply) return <span className="text-ink-3">{director('noApplies')}</span>;
  const { phase, steps, total, readBack } = apply;
  return (
    <span className="inline-flex items-baseline gap-x-2.5">
      <StateWord {...looks[phase]} title={apply.detail ?? undefined}>
        {t(`phase.${phase}`, { done: formatCount(steps.length), total: formatCount(total ?? steps.length) })}
      </StateWord>
      {readBack ? (
        <span className={readBack === 'agrees' ? 'text-ink-2' : 'text-bad'}>{t(`readBack.${readBack}`)}</span>
      ) : null}
      <Time at={apply.endedAt ?? apply.requestedAt} className="text-ink-2" />
    </span>
  );
}
