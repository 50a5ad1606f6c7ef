'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DestinationDefinition } from '../../../domain/definition/destination-definition.ts';
import type { ServiceDefinition } from '../../../domain/definition/service-definition.ts';
import { destinationKeyText } from '../../../domain/lvs/destination-key.ts';
import { serviceKeyText } from '../../../domain/lvs/service-key.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import type { ChangeRequest } from '../change/change-request.ts';
import { ChangeSteps } from '../change/change-steps.tsx';
import { definitionChange } from '../change/definition-change.ts';
import { useKeptForm } from '../change/use-kept-form.tsx';
import { useLeaveGuard } from '../change/use-leave-guard.tsx';
import { DestinationFields } from '../destination-form/destination-fields.tsx';
import { useDestinationForm } from '../destination-form/use-destination-form.ts';

interface DestinationDrawerProps {
  readonly cluster: string;
  /** The newest revision when the drawer opened. */
  readonly revision: number;
  readonly service: ServiceDefinition;
  /** Null adds a new one. */
  readonly edited: DestinationDefinition | null;
  readonly onClose: () => void;
}

/** Adds or edits a destination: form → preview → apply. The form stays filled behind the preview. */
export function DestinationDrawer({ cluster, revision, service, edited, onClose }: DestinationDrawerProps) {
  const t = useTranslations('destinationForm');
  const change = useTranslations('change');
  const { form, putProblems } = useDestinationForm(service, edited);
  const [request, setRequest] = useState<ChangeRequest | null>(null);
  const kept = useKeptForm(form, revision);
  const [applied, setApplied] = useState(false);
  const { close, question } = useLeaveGuard(form.formState.isDirty && !applied, onClose);

  const preview = form.handleSubmit(({ checked }) => {
    const destination = checked.destinations.at(-1);
    if (!destination) return;
    const key = serviceKeyText(service.key);
    setRequest(
      definitionChange({
        cluster,
        base: kept.base,
        onApplied: () => {
          kept.forget();
          setApplied(true);
        },
        onKept: kept.forget,
        change: () =>
          edited
            ? { kind: 'edit-destination', service: key, key: destinationKeyText(edited), destination }
            : { kind: 'add-destination', service: key, destination },
      }),
    );
  });

  return (
    <Dialog
      open
      drawer
      onClose={close}
      title={edited ? t('edit', { name: destinationKeyText(edited) }) : t('add', { service: service.name })}
      closesOutside={false}
    >
      {question}
      {applied || request ? null : kept.notice}
      <form onSubmit={(event) => void preview(event)} noValidate className={request ? 'hidden' : 'contents'}>
        <DialogBody>
          <DestinationFields form={form} cluster={cluster} service={service} />
        </DialogBody>
        <DialogFoot>
          <Button type="submit" look="primary">
            {change('preview')}
          </Button>
        </DialogFoot>
      </form>
      {request ? (
        <ChangeSteps
          request={request}
          onClose={onClose}
          onEdit={() => setRequest(null)}
          onProblems={(problems) => {
            const placed = putProblems(problems);
            if (placed) setRequest(null);
            return placed;
          }}
        />
      ) : null}
    </Dialog>
  );
}
