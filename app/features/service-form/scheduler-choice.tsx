'use client';

import { Check, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { Choice, PersistenceAdvice } from '../../../domain/scheduling/advice.ts';
import { Button } from '../../ui/button.tsx';
import { StateWord } from '../../ui/state-word.tsx';
import type { ServiceValues } from './service-values.ts';
import { isPortZero } from './taken-advice.ts';
import { fitsOnePacket } from './what-fits.ts';

interface SchedulerChoiceProps {
  readonly choice: Choice;
  readonly persistence: PersistenceAdvice;
  readonly best: boolean;
  readonly typed: ServiceValues;
  readonly taken: boolean;
  readonly onTake: () => void;
}

/** One scheduler that suits: why, what goes with it, and what to know before it is taken. */
export function SchedulerChoice({ choice, persistence, best, typed, taken, onTake }: SchedulerChoiceProps) {
  const t = useTranslations('advisor');
  const names = useTranslations('serviceForm.schedulers');
  const { scheduler, flags, onePacket, reason, cautions } = choice;
  const keeps = isPortZero(typed) && (persistence === 'none' || persistence === 'needless');
  const goesWith = [
    ...flags.map((flag) => `${scheduler}-${flag}`),
    ...(onePacket && fitsOnePacket(typed) ? [t('onePacket')] : []),
    keeps ? t('keepsPersistence') : t(`with.${persistence}`),
  ].join(', ');
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 border-t py-2 first:pt-2 last:pb-0">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="figures font-semibold">{scheduler}</span>
          <span className="text-ink-2">{names(scheduler)}</span>
          {best ? (
            <StateWord tone="ok" icon={Check}>
              {t('best')}
            </StateWord>
          ) : null}
        </p>
        <p className="text-ink">{t(`reasons.${reason}`)}</p>
        <p className="text-[12px] text-ink-2">{goesWith}</p>
        {persistence === 'sip' && !fitsOnePacket(typed) ? <Caution text={t('sipNeedsUdp')} /> : null}
        {cautions.map((caution) => (
          <Caution key={caution} text={t(`cautions.${caution}`)} />
        ))}
      </div>
      <Button look={best && !taken ? 'primary' : 'plain'} offBecause={taken ? t('taken') : null} onClick={onTake}>
        {taken ? t('taken') : t('take', { scheduler })}
      </Button>
    </li>
  );
}

function Caution({ text }: { readonly text: string }) {
  return (
    <p className="flex items-start gap-1 text-[12px] text-warn leading-4.5">
      <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="min-w-0">{text}</span>
    </p>
  );
}
