'use client';

import { useTranslations } from 'use-intl';
import { protocols } from '../../../domain/lvs/protocol.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Input, Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import type { ServiceForm } from './use-service-form.ts';

/** What makes a virtual service that one: protocol, VIP and port, or a firewall mark. */
export function KeyFields({ form }: { readonly form: ServiceForm }) {
  const t = useTranslations('serviceForm');
  const problem = useProblemText();
  const { errors } = form.formState;
  const kind = form.watch('kind');
  return (
    <>
      <Field label={t('kind')}>
        {(control) => (
          <Select {...control} {...form.register('kind')}>
            <option value="address">{t('byAddress')}</option>
            <option value="fwmark">{t('byFwmark')}</option>
          </Select>
        )}
      </Field>
      {kind === 'address' ? (
        <div className="grid grid-cols-[6rem_minmax(0,1fr)_7rem] gap-3 max-sm:grid-cols-1">
          <Field label={t('protocol')}>
            {(control) => (
              <Select {...control} {...form.register('protocol')}>
                {protocols.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t('vip')} error={problem(errors.address)}>
            {(control) => (
              <Input
                {...control}
                {...form.register('address')}
                className="figures"
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </Field>
          <Field label={t('port')} error={problem(errors.port)} note={t('portNote')}>
            {(control) => (
              <Input
                {...control}
                {...form.register('port')}
                className="figures"
                inputMode="numeric"
                autoComplete="off"
              />
            )}
          </Field>
        </div>
      ) : (
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('fwmark')} error={problem(errors.fwmark)}>
            {(control) => (
              <Input
                {...control}
                {...form.register('fwmark')}
                className="figures"
                inputMode="numeric"
                autoComplete="off"
              />
            )}
          </Field>
          <Field label={t('family')}>
            {(control) => (
              <Select {...control} {...form.register('family')}>
                <option value="ipv4">IPv4</option>
                <option value="ipv6">IPv6</option>
              </Select>
            )}
          </Field>
        </div>
      )}
    </>
  );
}
