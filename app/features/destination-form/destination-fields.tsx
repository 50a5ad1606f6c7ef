'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { ServiceDefinition } from '../../../domain/definition/service-definition.ts';
import { forwardingMethods } from '../../../domain/lvs/forwarding-method.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Input, Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { servicePort } from './destination-values.ts';
import { RealServerChoices } from './real-server-choices.tsx';
import { TunnelFields } from './tunnel-fields.tsx';
import type { DestinationForm } from './use-destination-form.ts';

interface DestinationFieldsProps {
  readonly form: DestinationForm;
  readonly cluster: string;
  readonly service: ServiceDefinition;
}

const figures = { className: 'figures', autoComplete: 'off', spellCheck: false } as const;

/** All fields of a destination. */
export function DestinationFields({ form, cluster, service }: DestinationFieldsProps) {
  const t = useTranslations('destinationForm');
  const problem = useProblemText();
  const { errors } = form.formState;
  const choices = useId();
  const forwarding = form.watch('forwarding');
  const fixed = forwarding !== 'masquerading';
  const number = (name: 'weight' | 'upperThreshold' | 'lowerThreshold', label: string, note: string) => (
    <Field label={label} note={note} error={problem(errors[name])}>
      {(control) => <Input {...control} {...form.register(name)} {...figures} inputMode="numeric" />}
    </Field>
  );
  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-[minmax(0,1fr)_8rem] gap-3">
        <Field label={t('address')} error={problem(errors.address)}>
          {(control) => (
            <>
              <Input {...control} {...form.register('address')} {...figures} list={choices} />
              <RealServerChoices id={choices} cluster={cluster} />
            </>
          )}
        </Field>
        <Field label={t('port')} error={problem(errors.port)} note={fixed ? t('portFixed') : undefined}>
          {(control) =>
            fixed ? (
              <Input {...control} value={servicePort(service)} readOnly className="figures bg-sunken text-ink-3" />
            ) : (
              <Input {...control} {...form.register('port')} {...figures} inputMode="numeric" />
            )
          }
        </Field>
      </div>
      <Field label={t('forwarding')} error={problem(errors.forwarding)}>
        {(control) => (
          <Select {...control} {...form.register('forwarding')}>
            {forwardingMethods.map((method) => (
              <option key={method} value={method}>
                {t(`methods.${method}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {forwarding === 'tunneling' ? <TunnelFields form={form} /> : null}
      {number('weight', t('weight'), t('weightNote'))}
      <div className="grid grid-cols-2 gap-3">
        {number('upperThreshold', t('upper'), t('upperNote'))}
        {number('lowerThreshold', t('lower'), t('lowerNote'))}
      </div>
      {errors.root ? (
        <p role="alert" className="text-bad">
          {problem(errors.root)}
        </p>
      ) : null}
    </div>
  );
}
