'use client';

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { RealServer } from '../../../domain/definition/definition.ts';
import { schemaResolver } from '../../lib/schema-resolver.ts';
import { useProblemText } from '../../lib/use-problem-text.ts';
import { Button } from '../../ui/button.tsx';
import { Input } from '../../ui/controls.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import type { ChangeRequest } from './change-request.ts';
import { ChangeSteps } from './change-steps.tsx';
import { definitionChange } from './definition-change.ts';
import {
  fieldOfRealServerPath,
  namedSchema,
  type RealServersValues,
  typedRealServers,
  valuesOfRealServers,
} from './real-servers-values.ts';
import { useKeptForm } from './use-kept-form.tsx';
import { useLeaveGuard } from './use-leave-guard.tsx';

export interface RealServersFormDrawerProps {
  readonly cluster: string;
  /** The newest revision when the drawer opened. */
  readonly revision: number;
  readonly realServers: readonly RealServer[];
  /** Addresses that destinations have and that no real server is named for. */
  readonly unnamed: readonly string[];
  readonly onClose: () => void;
}

/** Names for the addresses of real servers: form → preview → apply. */
export function RealServersFormDrawer(props: RealServersFormDrawerProps) {
  const { cluster, revision, realServers, unnamed, onClose } = props;
  const t = useTranslations('realServersForm');
  const change = useTranslations('change');
  const problem = useProblemText();
  const form = useForm<RealServersValues, unknown, { checked: RealServer[] }>({
    defaultValues: valuesOfRealServers(realServers, unnamed),
    resolver: schemaResolver({ schema: namedSchema, typed: typedRealServers, fieldOf: fieldOfRealServerPath }),
  });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'servers' });
  const [request, setRequest] = useState<ChangeRequest | null>(null);
  const kept = useKeptForm(form, revision);
  const [applied, setApplied] = useState(false);
  const { close, question } = useLeaveGuard(form.formState.isDirty && !applied, onClose);
  const { errors } = form.formState;

  const preview = form.handleSubmit(({ checked }) =>
    setRequest(
      definitionChange({
        cluster,
        base: kept.base,
        onApplied: () => {
          kept.forget();
          setApplied(true);
        },
        onKept: kept.forget,
        change: () => ({ kind: 'name-real-servers', realServers: checked }),
      }),
    ),
  );

  return (
    <Dialog open drawer onClose={close} title={t('title')} closesOutside={false}>
      {question}
      {applied || request ? null : kept.notice}
      <form onSubmit={(event) => void preview(event)} noValidate className={request ? 'hidden' : 'contents'}>
        <DialogBody className="flex flex-col gap-3">
          <p className="text-ink-2">{t('note')}</p>
          {fields.map((line, index) => {
            const wrong = errors.servers?.[index];
            return (
              <div
                key={line.id}
                className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_minmax(0,2fr)_auto] items-start gap-3 max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-2"
              >
                <Field label={t('name')} error={problem(wrong?.name)}>
                  {(control) => (
                    <Input
                      {...control}
                      {...form.register(`servers.${index}.name`)}
                      autoComplete="off"
                      spellCheck={false}
                    />
                  )}
                </Field>
                <Field label={t('addresses')} error={problem(wrong?.addresses)}>
                  {(control) => (
                    <Input
                      {...control}
                      {...form.register(`servers.${index}.addresses`)}
                      className="figures"
                      autoComplete="off"
                      autoCapitalize="none"
                      spellCheck={false}
                    />
                  )}
                </Field>
                <Field label={t('labels')} error={problem(wrong?.labels)}>
                  {(control) => (
                    <Input
                      {...control}
                      {...form.register(`servers.${index}.labels`)}
                      placeholder="rack=a"
                      autoComplete="off"
                      autoCapitalize="none"
                      spellCheck={false}
                    />
                  )}
                </Field>
                <Button
                  look="bare"
                  className="mt-5 px-1.5 max-sm:col-start-2 max-sm:row-start-1"
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
            onClick={() => append({ name: '', addresses: '', labels: '' })}
          >
            {t('another')}
          </Button>
        </DialogBody>
        <DialogFoot>
          <Button type="submit" look="primary">
            {change('preview')}
          </Button>
        </DialogFoot>
      </form>
      {request ? <ChangeSteps request={request} onClose={onClose} onEdit={() => setRequest(null)} /> : null}
    </Dialog>
  );
}
