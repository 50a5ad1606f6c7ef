'use client';

import { useTranslations } from 'use-intl';
import { checkAgain } from '../../lib/check-again.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Input } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { hasUpperThreshold } from './destination-values.ts';
import type { DestinationForm } from './use-destination-form.ts';

const figures = { className: 'figures', autoComplete: 'off', inputMode: 'numeric' } as const;

/** Connections at which a destination takes no more, and below which it takes new ones again. */
export function ThresholdFields({ form }: { readonly form: DestinationForm }) {
  const t = useTranslations('destinationForm');
  const model = useTranslations('model');
  const problem = useProblemText();
  const { errors } = form.formState;
  const limited = hasUpperThreshold(form.watch('upperThreshold'));
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label={t('upper')} note={t('upperNote')} error={problem(errors.upperThreshold)}>
        {(control) => (
          <Input
            {...control}
            {...form.register('upperThreshold', { onChange: () => checkAgain(form, ['lowerThreshold']) })}
            {...figures}
          />
        )}
      </Field>
      <Field
        label={t('lower')}
        note={limited ? t('lowerNote') : model('thresholdOff')}
        error={problem(errors.lowerThreshold)}
      >
        {(control) =>
          limited ? (
            <Input {...control} {...form.register('lowerThreshold')} {...figures} />
          ) : (
            <Input {...control} value="0" readOnly className="figures bg-sunken text-ink-3" />
          )
        }
      </Field>
    </div>
  );
}
