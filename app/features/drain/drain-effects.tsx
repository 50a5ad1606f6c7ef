'use client';

import { useTranslations } from 'use-intl';
import type { Effect, Preview } from '../../../domain/display/preview.ts';
import { formatCount } from '../../lib/formats.ts';
import { EffectsList } from '../change/effects-list.tsx';
import { PlanView } from '../change/plan-view.tsx';

/** As many as are read at a glance. */
const mostGrave = 5;
const mostListed = 100;

const isGrave = (effect: Effect): boolean =>
  effect.kind === 'no-destination-serves' || effect.kind === 'scheduler-too-old';

interface DrainEffectsProps {
  readonly preview: Extract<Preview, { ok: true }>;
}

/** What people must know before they write a reason: nothing where nothing is grave. */
export function GraveEffects({ preview }: DrainEffectsProps) {
  const grave = preview.effects.filter(isGrave).slice(0, mostGrave);
  return grave.length > 0 ? <EffectsList preview={{ ...preview, effects: grave }} /> : null;
}

/** What it means for each destination, and what is done on each director. */
export function DrainPlan({ preview }: DrainEffectsProps) {
  const t = useTranslations('drain');
  return (
    <section aria-label={t('plan')} className="flex flex-col gap-3 border-t pt-3">
      {preview.effects.length > 0 ? (
        <details>
          <summary className="w-fit cursor-pointer text-ink-2">
            {t('eachDestination', { count: formatCount(preview.effects.length) })}
          </summary>
          <div className="mt-1.5">
            <EffectsList preview={{ ...preview, effects: preview.effects.slice(0, mostListed) }} />
          </div>
        </details>
      ) : null}
      <PlanView directors={preview.directors} />
    </section>
  );
}
