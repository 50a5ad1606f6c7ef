'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { ServiceDefinition } from '../../../domain/definition/service-definition.ts';
import { takesFlags, usesWeights } from '../../../domain/lvs/scheduler.ts';
import { familyOfService } from '../../../domain/lvs/service-key.ts';
import { checkAgain } from '../../lib/check-again.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Input } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { servicePort } from './destination-values.ts';
import { ForwardingField } from './forwarding-field.tsx';
import { RealServerChoices } from './real-server-choices.tsx';
import { ThresholdFields } from './threshold-fields.tsx';
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
  const model = useTranslations('model');
  const forms = useTranslations('serviceForm');
  const problem = useProblemText();
  const { errors } = form.formState;
  const choices = useId();
  const forwarding = form.watch('forwarding');
  const fixed = forwarding !== 'masquerading';
  const address = form.watch('address');
  const otherFamily = address.trim() !== '' && address.includes(':') !== (familyOfService(service.key) === 'ipv6');
  const weightNote = () => {
    const { scheduler } = service;
    if (scheduler === 'ovf' || scheduler === 'fo' || takesFlags(scheduler)) return model(`weightMeans.${scheduler}`);
    return usesWeights(scheduler) ? t('weightNote') : `${scheduler}: ${forms('weightsIgnored')}`;
  };
  return (
    <div className="flex flex-col gap-4">
      <div className="grid grid-cols-[minmax(0,1fr)_8rem] gap-3">
        <Field label={t('address')} error={problem(errors.address)}>
          {(control) => (
            <>
              <Input
                {...control}
                {...form.register('address', { onChange: () => checkAgain(form, ['forwarding']) })}
                {...figures}
                list={choices}
              />
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
      <ForwardingField form={form} otherFamily={otherFamily} />
      {forwarding === 'tunneling' ? <TunnelFields form={form} /> : null}
      <Field label={t('weight')} note={weightNote()} error={problem(errors.weight)}>
        {(control) => <Input {...control} {...form.register('weight')} {...figures} inputMode="numeric" />}
      </Field>
      <ThresholdFields form={form} />
      {errors.root ? (
        <p role="alert" className="text-bad">
          {problem(errors.root)}
        </p>
      ) : null}
    </div>
  );
}
