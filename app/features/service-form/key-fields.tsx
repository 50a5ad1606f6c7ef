'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { protocols } from '../../../domain/lvs/protocol.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Input, Select } from '../../ui/controls.tsx';
import { Field } from '../../ui/field.tsx';
import { netmaskAfter, typedFamily } from './netmask.ts';
import type { ServiceForm } from './use-service-form.ts';

const figures = { className: 'figures', autoComplete: 'off', spellCheck: false } as const;

/** What makes a virtual service that one: protocol, VIP and port, or a firewall mark. */
export function KeyFields({ form }: { readonly form: ServiceForm }) {
  const t = useTranslations('serviceForm');
  const model = useTranslations('model');
  const { dirtyFields, defaultValues } = form.formState;
  const kind = form.watch('kind');
  useNetmaskOfFamily(form);
  const rekeyed = (['kind', 'protocol', 'address', 'port', 'fwmark', 'family'] as const).some(
    (field) => dirtyFields[field],
  );
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
      {kind === 'address' ? <AddressFields form={form} /> : <MarkFields form={form} />}
      {defaultValues?.name && rekeyed ? <p className="text-[12px] text-warn leading-4">{model('keyNote')}</p> : null}
    </>
  );
}

function AddressFields({ form }: { readonly form: ServiceForm }) {
  const t = useTranslations('serviceForm');
  const model = useTranslations('model');
  const problem = useProblemText();
  const { errors } = form.formState;
  return (
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
        {(control) => <Input {...control} {...form.register('address')} {...figures} />}
      </Field>
      <Field
        label={t('port')}
        error={problem(errors.port)}
        note={form.watch('port').trim() === '0' ? model('portZeroNote') : t('portNote')}
      >
        {(control) => <Input {...control} {...form.register('port')} {...figures} inputMode="numeric" />}
      </Field>
    </div>
  );
}

function MarkFields({ form }: { readonly form: ServiceForm }) {
  const t = useTranslations('serviceForm');
  const model = useTranslations('model');
  const problem = useProblemText();
  return (
    <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
      <Field label={t('fwmark')} error={problem(form.formState.errors.fwmark)} note={model('fwmarkNote')}>
        {(control) => <Input {...control} {...form.register('fwmark')} {...figures} inputMode="numeric" />}
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
  );
}

/** Keeps one client one client when what is typed turns to the other IP version. */
function useNetmaskOfFamily(form: ServiceForm): void {
  const family = typedFamily(form.watch());
  const before = useRef(family);
  useEffect(() => {
    const netmask = form.getValues('netmask');
    const fitting = netmaskAfter(netmask, before.current, family);
    before.current = family;
    if (fitting !== netmask) form.setValue('netmask', fitting);
  }, [family, form]);
}
