'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DestinationDefinition } from '../../../domain/definition/destination-definition.ts';
import type { ServiceDefinition } from '../../../domain/definition/service-definition.ts';
import { serviceKeySlug, serviceKeyText } from '../../../domain/lvs/service-key.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import type { ChangeRequest } from '../change/change-request.ts';
import { ChangeSteps } from '../change/change-steps.tsx';
import { definitionChange } from '../change/definition-change.ts';
import { useKeptForm } from '../change/use-kept-form.tsx';
import { useLeaveGuard } from '../change/use-leave-guard.tsx';
import { FirstDestinations } from '../service-form/first-destinations.tsx';
import { ServiceFields } from '../service-form/service-fields.tsx';
import { useServiceForm } from '../service-form/use-service-form.ts';

interface ServiceDrawerProps {
  readonly cluster: string;
  /** The newest revision when the drawer opened. */
  readonly revision: number;
  /** Null adds a new one. */
  readonly edited: ServiceDefinition | null;
  /** Destinations as they are by now: the form of an edited service must not bring old ones back. */
  readonly destinationsNow?: () => readonly DestinationDefinition[];
  readonly onClose: () => void;
  /** Where the virtual service stands after its key was applied anew. */
  readonly onKey?: (slug: string) => void;
}

/** Adds or edits a virtual service: form → preview → apply. The form stays filled behind the preview. */
export function ServiceDrawer(props: ServiceDrawerProps) {
  const { cluster, revision, edited, destinationsNow, onClose, onKey } = props;
  const t = useTranslations('serviceForm');
  const change = useTranslations('change');
  const { form, putProblems } = useServiceForm(
    edited,
    edited ? (destinationsNow ?? (() => edited.destinations)) : null,
  );
  const [request, setRequest] = useState<ChangeRequest | null>(null);
  const kept = useKeptForm(form, revision);
  /** Its slug, once it was applied. */
  const [applied, setApplied] = useState<string | null>(null);

  const preview = form.handleSubmit(({ checked }) => {
    const service = () =>
      edited ? { ...checked, destinations: [...(destinationsNow?.() ?? edited.destinations)] } : checked;
    setRequest(
      definitionChange({
        cluster,
        base: kept.base,
        keepsDestinations: true,
        onApplied: () => {
          kept.forget();
          setApplied(serviceKeySlug(checked.key));
        },
        onKept: kept.forget,
        change: () =>
          edited
            ? { kind: 'edit-service', key: serviceKeyText(edited.key), service: service() }
            : { kind: 'add-service', service: service() },
      }),
    );
  });
  const close = () => {
    // Going elsewhere closes it too; both at once would write the old address over the new one.
    if (applied && onKey && applied !== (edited && serviceKeySlug(edited.key))) onKey(applied);
    else onClose();
  };
  const guard = useLeaveGuard(form.formState.isDirty && !applied, close);

  return (
    <Dialog
      open
      drawer
      onClose={guard.close}
      title={edited ? t('edit', { name: edited.name }) : t('add')}
      closesOutside={false}
    >
      {guard.question}
      {applied || request ? null : kept.notice}
      <form
        onSubmit={(event) => void preview(event)}
        noValidate
        // Kept in the page behind the preview, so that nothing typed is lost.
        className={request ? 'hidden' : 'contents'}
      >
        <DialogBody>
          <ServiceFields form={form} cluster={cluster} />
          {edited ? null : (
            <div className="mt-4">
              <FirstDestinations form={form} cluster={cluster} />
            </div>
          )}
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
          onClose={close}
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
