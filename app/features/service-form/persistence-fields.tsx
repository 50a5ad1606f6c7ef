'use client';

import { useTranslations } from 'use-intl';
import { checkAgain } from '../../lib/check-again.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Input, Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { Presets } from '../../ui/presets.tsx';
import { longestNetmask, typedFamily } from './netmask.ts';
import { NetmaskField } from './netmask-field.tsx';
import type { ServiceForm } from './use-service-form.ts';
import { fitsEngine } from './what-fits.ts';

const commonTimeouts = ['60', '300', '1800', '3600'] as const;

/** Whether a client goes to the same real server again, for how long, and how many clients count as one. */
export function PersistenceFields({ form }: { readonly form: ServiceForm }) {
  const t = useTranslations('serviceForm');
  const model = useTranslations('model');
  const problem = useProblemText();
  const { errors } = form.formState;
  const values = form.watch();
  const fits = fitsEngine(values);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="label-text mb-1 font-medium">{t('persistence')}</legend>
      <Checkbox
        label={t('persistent')}
        {...form.register('persistent', {
          onChange: () => {
            form.setValue('netmask', String(longestNetmask(typedFamily(form.getValues()))));
            // Port 0 works with persistence alone.
            checkAgain(form, ['port']);
          },
        })}
      />
      {values.persistent ? (
        <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
          <Field label={t('timeout')} error={problem(errors.timeout)} note={model('timeoutNote')}>
            {(control) => (
              <>
                <Input
                  {...control}
                  {...form.register('timeout')}
                  className="figures"
                  inputMode="numeric"
                  autoComplete="off"
                />
                <Presets
                  label={model('presets')}
                  value={values.timeout}
                  choices={commonTimeouts.map((value) => ({ value, label: model(`timeouts.${value}`) }))}
                  onChoose={(value) => form.setValue('timeout', value, { shouldDirty: true, shouldValidate: true })}
                />
              </>
            )}
          </Field>
          <NetmaskField form={form} />
          <Field
            label={t('engine')}
            error={problem(errors.engine)}
            note={fits ? model('engineNote') : model('engineOff')}
          >
            {(control) =>
              fits ? (
                <Select {...control} {...form.register('engine')}>
                  <option value="">{t('engineNone')}</option>
                  <option value="sip">sip</option>
                </Select>
              ) : (
                <Select {...control} value="" disabled>
                  <option value="">{t('engineNone')}</option>
                </Select>
              )
            }
          </Field>
        </div>
      ) : null}
      {errors.persistent ? <p className="text-[12px] text-bad">{problem(errors.persistent)}</p> : null}
    </fieldset>
  );
}
