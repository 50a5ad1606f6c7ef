'use client';

import { useTranslations } from 'use-intl';
import { schedulers, usesWeights } from '../../../domain/lvs/scheduler.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Input, Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { KeyFields } from './key-fields.tsx';
import { PersistenceFields } from './persistence-fields.tsx';
import type { ServiceForm } from './use-service-form.ts';

/** All fields of a virtual service but its destinations. */
export function ServiceFields({ form }: { readonly form: ServiceForm }) {
  const t = useTranslations('serviceForm');
  const problem = useProblemText();
  const { errors } = form.formState;
  const [kind, protocol, scheduler] = form.watch(['kind', 'protocol', 'scheduler']);
  const udp = kind === 'fwmark' || protocol === 'UDP';
  return (
    <div className="flex flex-col gap-4">
      <Field label={t('name')} note={t('nameNote')} error={problem(errors.name)}>
        {(control) => <Input {...control} {...form.register('name')} autoComplete="off" spellCheck={false} />}
      </Field>
      <KeyFields form={form} />
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
      {scheduler === 'sh' || scheduler === 'mh' ? (
        <fieldset className="flex flex-col gap-1.5">
          <legend className="label-text mb-1 font-medium">{t('flags')}</legend>
          <Checkbox label={t('fallback')} {...form.register('fallback')} />
          <Checkbox label={t('flagPort')} {...form.register('flagPort')} />
        </fieldset>
      ) : null}
      <PersistenceFields form={form} udp={udp} />
      {udp ? <Checkbox label={t('onePacket')} {...form.register('onePacket')} /> : null}
      {errors.onePacket ? <p className="text-[12px] text-bad">{problem(errors.onePacket)}</p> : null}
      {errors.root ? (
        <p role="alert" className="text-bad">
          {problem(errors.root)}
        </p>
      ) : null}
    </div>
  );
}
