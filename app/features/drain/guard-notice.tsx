'use client';

import { ShieldAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { GuardBreach } from '../../../domain/guard/guard-breach.ts';
import { formatCount, formatRate } from '../../lib/formats.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';

/** As many as are named; the rest is counted. */
const mostNamed = 6;

/** With a decimal where it has one: 49.6 is below 50. */
const percent = (value: number): string => (Number.isInteger(value) ? formatCount(value) : formatRate(value));

interface GuardNoticeProps {
  readonly breaches: readonly GuardBreach[];
  readonly over: boolean;
  readonly onOver: (over: boolean) => void;
}

/** Which services would be left with less than the cluster's guard allows, in numbers, and who may do it anyway. */
export function GuardNotice({ breaches, over, onOver }: GuardNoticeProps) {
  const t = useTranslations('drain.guard');
  const lacks = useLacks('administrator');
  if (breaches.length === 0) return null;
  return (
    <section aria-label={t('title')} className="flex flex-col gap-1.5 bg-bad-wash px-3 py-2">
      <h3 className="flex items-center gap-1.5 font-medium text-bad">
        <ShieldAlert aria-hidden className="size-4" />
        {t('title')}
      </h3>
      <ul className="flex flex-col gap-0.5">
        {breaches.slice(0, mostNamed).map((breach) => (
          <li key={breach.service}>
            <BreachText breach={breach} />
          </li>
        ))}
      </ul>
      {breaches.length > mostNamed ? <p>{t('more', { count: breaches.length - mostNamed })}</p> : null}
      <Checkbox
        label={t('over')}
        checked={over}
        onChange={(event) => onOver(event.target.checked)}
        offBecause={lacks ? t('overOff') : null}
      />
    </section>
  );
}

function BreachText({ breach }: { readonly breach: GuardBreach }) {
  const t = useTranslations('drain.guard');
  const { name, before, after, guard } = breach;
  const texts = [
    after.serving < guard.leastServing
      ? t('serving', {
          after: String(after.serving),
          before: String(before.serving),
          least: String(guard.leastServing),
        })
      : null,
    after.weightPercent < guard.leastWeightPercent
      ? t('weight', {
          after: percent(after.weightPercent),
          before: percent(before.weightPercent),
          least: String(guard.leastWeightPercent),
        })
      : null,
  ].filter((text) => text !== null);
  return (
    <>
      <span className="font-medium">{name}</span>: {texts.join(' ')}
    </>
  );
}
