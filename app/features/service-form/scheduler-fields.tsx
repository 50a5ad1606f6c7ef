'use client';

import { Compass } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { schedulers, takesFlags, usesWeights } from '../../../domain/lvs/scheduler.ts';
import { isTooOldFor, schedulerSince } from '../../../domain/lvs/scheduler-support.ts';
import { useKernels } from '../../lib/use-kernels.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import type { ServiceForm } from './use-service-form.ts';

const SchedulerAdvisor = dynamic(() => import('./scheduler-advisor.tsx').then((module) => module.SchedulerAdvisor), {
  ssr: false,
});

interface SchedulerFieldsProps {
  readonly form: ServiceForm;
  readonly cluster: string;
}

/** The scheduler with its flags, where it has any. */
export function SchedulerFields({ form, cluster }: SchedulerFieldsProps) {
  const t = useTranslations('serviceForm');
  const model = useTranslations('model');
  const advisor = useTranslations('advisor');
  const [advice, setAdvice] = useState(false);
  const problem = useProblemText();
  const { errors } = form.formState;
  const scheduler = form.watch('scheduler');
  const tooOld = useKernels(cluster).filter(({ release }) => release && isTooOldFor(release, scheduler));
  const notes = [
    ...(usesWeights(scheduler) ? [] : [t('weightsIgnored')]),
    ...(scheduler === 'twos' ? [model('twosNote')] : []),
  ];
  return (
    <>
      <Field
        label={t('scheduler')}
        error={problem(errors.scheduler)}
        note={notes.length > 0 ? notes.join(' ') : undefined}
      >
        {(control) => (
          <Select {...control} {...form.register('scheduler')}>
            {schedulers.map((name) => (
              <option key={name} value={name}>
                {name} – {t(`schedulers.${name}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="-mt-2.5 flex flex-col items-start gap-2">
        <Button
          look="bare"
          className="-ml-2.5 text-accent"
          aria-expanded={advice}
          icon={<Compass aria-hidden className="size-3.5" />}
          onClick={() => setAdvice(!advice)}
        >
          {advice ? advisor('close') : advisor('open')}
        </Button>
        {advice ? <SchedulerAdvisor form={form} /> : null}
      </div>
      {tooOld.length > 0 ? (
        <p className="-mt-3 text-[12px] text-warn leading-4">
          {model('lacks', {
            directors: tooOld.map(({ director, release }) => `${director} (${release})`).join(', '),
            scheduler,
            since: schedulerSince(scheduler) ?? '',
          })}
        </p>
      ) : null}
      {takesFlags(scheduler) ? (
        <fieldset className="flex flex-col gap-1.5">
          <legend className="label-text mb-1 font-medium">{t('flags')}</legend>
          <Checkbox label={t('fallback')} {...form.register('fallback')} />
          <Checkbox label={t('flagPort')} {...form.register('flagPort')} />
          {errors.fallback ? <p className="text-[12px] text-bad">{problem(errors.fallback)}</p> : null}
        </fieldset>
      ) : null}
    </>
  );
}
