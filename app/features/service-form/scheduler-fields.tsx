'use client';

import { useTranslations } from 'use-intl';
import { schedulers, takesFlags, usesWeights } from '../../../domain/lvs/scheduler.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import type { ServiceForm } from './use-service-form.ts';

interface SchedulerFieldsProps {
  readonly form: ServiceForm;
  readonly cluster: string;
}

/** The scheduler with its flags, where it has any. */
export function SchedulerFields({ form }: SchedulerFieldsProps) {
  const t = useTranslations('serviceForm');
  const problem = useProblemText();
  const { errors } = form.formState;
  const scheduler = form.watch('scheduler');
  return (
    <>
      <Field
        label={t('scheduler')}
        error={problem(errors.scheduler)}
        note={usesWeights(scheduler) ? undefined : t('weightsIgnored')}
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
