'use client';

import { type UseFormReturn, useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { AddStream } from '../../../domain/audit/audit-stream.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Input, Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import type { StreamValues } from './stream-values.ts';

const kinds = ['webhook', 'syslog-tcp', 'syslog-udp'] as const;

interface StreamTargetFieldsProps {
  readonly form: UseFormReturn<StreamValues, unknown, { checked: AddStream }>;
}

/** Where rows are sent: an address for a webhook, host and port for syslog. */
export function StreamTargetFields({ form }: StreamTargetFieldsProps) {
  const t = useTranslations('streams');
  const problem = useProblemText();
  const kind = useWatch({ control: form.control, name: 'kind' });
  const { errors } = form.formState;
  const plain = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false, className: 'figures' } as const;
  return (
    <>
      <Field label={t('kind')} note={t(`kindNotes.${kind}`)}>
        {(control) => (
          <Select {...control} {...form.register('kind')}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {t(`kinds.${one}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {kind === 'webhook' ? (
        <Field label={t('url')} error={problem(errors.url)}>
          {(control) => (
            <Input {...control} {...form.register('url')} {...plain} inputMode="url" placeholder="https://" />
          )}
        </Field>
      ) : (
        <div className="grid grid-cols-[1fr_7rem] gap-3">
          <Field label={t('host')} error={problem(errors.host)}>
            {(control) => <Input {...control} {...form.register('host')} {...plain} />}
          </Field>
          <Field label={t('port')} error={problem(errors.port)}>
            {(control) => <Input {...control} {...form.register('port')} {...plain} inputMode="numeric" />}
          </Field>
        </div>
      )}
    </>
  );
}
