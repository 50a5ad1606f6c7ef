'use client';

import { useTranslations } from 'use-intl';
import type { ApplyProgress, DirectorView } from '../../../domain/display/views.ts';
import { ApplyProgressView } from '../change/apply-progress-view.tsx';
import { Time } from '../numbers/time.tsx';
import { ApplySummary } from './apply-summary.tsx';

/** What was sent to a director last, newest first, each with its steps on request. */
export function AppliesTab({ view }: { readonly view: DirectorView }) {
  const t = useTranslations('director');
  if (view.applies.length === 0) return <p className="px-4 py-4 text-ink-2">{t('noApplies')}</p>;
  return (
    <ul>
      {view.applies.map((apply, index) => (
        <Apply simulated={view.director.simulated} key={apply.generation} apply={apply} open={index === 0} />
      ))}
    </ul>
  );
}

interface ApplyProps {
  readonly apply: ApplyProgress;
  readonly simulated: boolean;
  readonly open: boolean;
}

function Apply({ apply, simulated, open }: ApplyProps) {
  const t = useTranslations('director');
  return (
    <li className="border-b">
      <details open={open}>
        <summary className="flex min-h-8 cursor-pointer flex-wrap items-baseline gap-x-4 gap-y-0.5 px-4 py-1.5 hover:bg-hover">
          <span className="figures w-28">{t('generation', { generation: String(apply.generation) })}</span>
          <ApplySummary apply={apply} />
        </summary>
        <div className="flex flex-col gap-1.5 px-4 pb-3">
          <p className="label-text">{t.rich('requestedAt', { time: () => <Time at={apply.requestedAt} /> })}</p>
          <ApplyProgressView progress={apply} simulated={simulated} />
        </div>
      </details>
    </li>
  );
}
