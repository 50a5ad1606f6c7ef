'use client';

import { useTranslations } from 'use-intl';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Input, Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { longestNetmask } from './service-values.ts';
import type { ServiceForm } from './use-service-form.ts';

interface PersistenceFieldsProps {
  readonly form: ServiceForm;
  /** The only persistence engine works on UDP. */
  readonly udp: boolean;
}

/** Whether a client goes to the same real server again, for how long, and how many clients count as one. */
export function PersistenceFields({ form, udp }: PersistenceFieldsProps) {
  const t = useTranslations('serviceForm');
  const problem = useProblemText();
  const { errors } = form.formState;
  const values = form.watch();
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="label-text mb-1 font-medium">{t('persistence')}</legend>
      <Checkbox
        label={t('persistent')}
        {...form.register('persistent', {
          onChange: () => form.setValue('netmask', String(longestNetmask(form.getValues()))),
        })}
      />
      {values.persistent ? (
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('timeout')} error={problem(errors.timeout)}>
            {(control) => (
              <Input
                {...control}
                {...form.register('timeout')}
                className="figures"
                inputMode="numeric"
                autoComplete="off"
              />
            )}
          </Field>
          <Field
            label={t('netmask')}
            error={problem(errors.netmask)}
            note={t('netmaskNote', { longest: String(longestNetmask(values)) })}
          >
            {(control) => (
              <Input
                {...control}
                {...form.register('netmask')}
                className="figures"
                inputMode="numeric"
                autoComplete="off"
              />
            )}
          </Field>
          {udp ? (
            <Field label={t('engine')} error={problem(errors.engine)}>
              {(control) => (
                <Select {...control} {...form.register('engine')}>
                  <option value="">{t('engineNone')}</option>
                  <option value="sip">sip</option>
                </Select>
              )}
            </Field>
          ) : null}
        </div>
      ) : null}
      {errors.persistent ? <p className="text-[12px] text-bad">{problem(errors.persistent)}</p> : null}
    </fieldset>
  );
}
