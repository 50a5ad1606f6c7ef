'use client';

import { useTranslations } from 'use-intl';
import { tunnelChecksums } from '../../../domain/lvs/table.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Input, Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import type { DestinationForm } from './use-destination-form.ts';

/** How tunneling wraps packets, in ipvsadm's words. */
export function TunnelFields({ form }: { readonly form: DestinationForm }) {
  const t = useTranslations('destinationForm');
  const model = useTranslations('model');
  const problem = useProblemText();
  const { errors } = form.formState;
  const type = form.watch('tunnelType');
  return (
    <div className="grid grid-cols-3 items-start gap-3 max-sm:grid-cols-1">
      <Field label={t('tunnel')} error={problem(errors.tunnelType)} note={model(`tunnels.${type}`)}>
        {(control) => (
          <Select {...control} {...form.register('tunnelType')}>
            <option>ipip</option>
            <option>gue</option>
            <option>gre</option>
          </Select>
        )}
      </Field>
      {type === 'gue' ? (
        <Field label={t('tunnelPort')} error={problem(errors.tunnelPort)}>
          {(control) => (
            <Input
              {...control}
              {...form.register('tunnelPort')}
              className="figures"
              inputMode="numeric"
              autoComplete="off"
            />
          )}
        </Field>
      ) : null}
      {type === 'ipip' ? null : (
        <Field label={t('checksum')} error={problem(errors.checksum)}>
          {(control) => (
            <Select {...control} {...form.register('checksum')}>
              {tunnelChecksums
                .filter((checksum) => type === 'gue' || checksum !== 'remcsum')
                .map((checksum) => (
                  <option key={checksum} value={checksum}>
                    {model(`checksums.${checksum}`)}
                  </option>
                ))}
            </Select>
          )}
        </Field>
      )}
    </div>
  );
}
