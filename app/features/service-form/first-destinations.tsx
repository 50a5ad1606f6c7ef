'use client';

import { Plus, X } from 'lucide-react';
import { useId } from 'react';
import { useFieldArray } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { forwardingMethods } from '../../../domain/lvs/forwarding-method.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Input, Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { RealServerChoices } from '../destination-form/real-server-choices.tsx';
import type { ServiceForm } from './use-service-form.ts';

interface FirstDestinationsProps {
  readonly form: ServiceForm;
  readonly cluster: string;
}

/** The first destinations of a new virtual service, a line each. Lines without an address don't count. */
export function FirstDestinations({ form, cluster }: FirstDestinationsProps) {
  const t = useTranslations('destinationForm');
  const model = useTranslations('model');
  const problem = useProblemText();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'destinations' });
  const forwarding = form.watch('forwarding');
  const masquerading = forwarding === 'masquerading';
  const { errors } = form.formState;
  const choices = useId();
  return (
    <fieldset className="flex flex-col gap-3 border-t pt-3">
      <RealServerChoices id={choices} cluster={cluster} />
      <legend className="sr-only">{t('several')}</legend>
      <p aria-hidden className="font-medium">
        {t('several')}
      </p>
      <Field
        label={t('forwarding')}
        error={problem(errors.forwarding)}
        note={`${model(`forwardingNote.${forwarding}`)} ${model(forwarding === 'tunneling' ? 'tunnelLater' : 'mixedLater')}`}
      >
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
      {fields.map((line, index) => {
        const wrong = errors.destinations?.[index];
        return (
          <div key={line.id} className="grid grid-cols-[minmax(0,1fr)_5.5rem_5.5rem_auto] items-start gap-3">
            <Field label={t('address')} error={problem(wrong?.address)}>
              {(control) => (
                <Input
                  {...control}
                  {...form.register(`destinations.${index}.address`)}
                  list={choices}
                  className="figures"
                  autoComplete="off"
                  spellCheck={false}
                />
              )}
            </Field>
            <Field label={t('port')} error={problem(wrong?.port)}>
              {(control) => (
                <Input
                  {...control}
                  {...form.register(`destinations.${index}.port`)}
                  className="figures read-only:bg-sunken read-only:text-ink-3"
                  inputMode="numeric"
                  readOnly={!masquerading}
                  title={masquerading ? undefined : t('portFixed')}
                  placeholder={form.watch('port')}
                />
              )}
            </Field>
            <Field label={t('weight')} error={problem(wrong?.weight)}>
              {(control) => (
                <Input
                  {...control}
                  {...form.register(`destinations.${index}.weight`)}
                  className="figures"
                  inputMode="numeric"
                />
              )}
            </Field>
            <Button
              look="bare"
              className="mt-5 px-1.5"
              aria-label={t('removeLine', { line: String(index + 1) })}
              onClick={() => remove(index)}
              icon={<X aria-hidden className="size-4" />}
            />
          </div>
        );
      })}
      <Button
        className="self-start"
        icon={<Plus aria-hidden className="size-3.5" />}
        onClick={() => append({ address: '', port: '', weight: '1' })}
      >
        {t('another')}
      </Button>
    </fieldset>
  );
}
