'use client';

import { useTranslations } from 'use-intl';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Input } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { CheckFields } from './check-fields.tsx';
import { KeyFields } from './key-fields.tsx';
import { PersistenceFields } from './persistence-fields.tsx';
import { SchedulerFields } from './scheduler-fields.tsx';
import type { ServiceForm } from './use-service-form.ts';
import { fitsOnePacket } from './what-fits.ts';

interface ServiceFieldsProps {
  readonly form: ServiceForm;
  /** Whose directors' kernels must know the scheduler. */
  readonly cluster: string;
}

/** All fields of a virtual service but its destinations. */
export function ServiceFields({ form, cluster }: ServiceFieldsProps) {
  const t = useTranslations('serviceForm');
  const model = useTranslations('model');
  const problem = useProblemText();
  const { errors } = form.formState;
  const [kind, protocol] = form.watch(['kind', 'protocol']);
  const onePacketFits = fitsOnePacket({ kind, protocol });
  return (
    <div className="flex flex-col gap-4">
      <Field label={t('name')} note={t('nameNote')} error={problem(errors.name)}>
        {(control) => <Input {...control} {...form.register('name')} autoComplete="off" spellCheck={false} />}
      </Field>
      <KeyFields form={form} />
      <SchedulerFields form={form} cluster={cluster} />
      <PersistenceFields form={form} />
      <Checkbox
        // Another input in its place when it is off: the form keeps what was chosen for when it fits again.
        key={String(onePacketFits)}
        label={t('onePacket')}
        offBecause={onePacketFits ? null : model('onePacketOff')}
        {...(onePacketFits ? form.register('onePacket') : {})}
      />
      {errors.onePacket ? <p className="text-[12px] text-bad">{problem(errors.onePacket)}</p> : null}
      <CheckFields form={form} />
      {errors.root ? (
        <p role="alert" className="text-bad">
          {problem(errors.root)}
        </p>
      ) : null}
    </div>
  );
}
