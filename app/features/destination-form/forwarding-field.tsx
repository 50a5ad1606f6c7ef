'use client';

import { useTranslations } from 'use-intl';
import { forwardingMethods } from '../../../domain/lvs/forwarding-method.ts';
import { checkAgain } from '../../lib/check-again.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import type { DestinationForm } from './use-destination-form.ts';

interface ForwardingFieldProps {
  readonly form: DestinationForm;
  /** The destination is of the other IP version than its service. */
  readonly otherFamily: boolean;
}

/** How packets reach the real server, and what that asks of it. */
export function ForwardingField({ form, otherFamily }: ForwardingFieldProps) {
  const t = useTranslations('destinationForm');
  const model = useTranslations('model');
  const problem = useProblemText();
  const forwarding = form.watch('forwarding');
  return (
    <Field
      label={t('forwarding')}
      error={problem(form.formState.errors.forwarding)}
      note={
        <>
          {model(`forwardingNote.${forwarding}`)} {otherFamily ? model('otherFamily') : null}
        </>
      }
    >
      {(control) => (
        <Select
          {...control}
          {...form.register('forwarding', { onChange: () => checkAgain(form, ['address', 'port']) })}
        >
          {forwardingMethods.map((method) => (
            <option key={method} value={method} disabled={otherFamily && method !== 'tunneling'}>
              {t(`methods.${method}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
