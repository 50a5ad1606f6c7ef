'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DestinationDefinition } from '../../../domain/definition/destination-definition.ts';
import type { ServiceDefinition } from '../../../domain/definition/service-definition.ts';
import { destinationKeyText } from '../../../domain/lvs/destination-key.ts';
import { serviceKeyText } from '../../../domain/lvs/service-key.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChangeSteps } from '../change/change-steps.tsx';
import { definitionChange } from '../change/definition-change.ts';

interface RemoveDrawerProps {
  readonly cluster: string;
  /** The newest revision when the drawer opened. */
  readonly revision: number;
  readonly service: ServiceDefinition;
  /** Null removes the whole virtual service. */
  readonly destination: DestinationDefinition | null;
  readonly onClose: () => void;
  readonly onRemoved?: () => void;
}

/** Removes a virtual service or one of its destinations, after a look at what that does. */
export function RemoveDrawer({ cluster, revision, service, destination, onClose, onRemoved }: RemoveDrawerProps) {
  const services = useTranslations('serviceForm');
  const destinations = useTranslations('destinationForm');
  const [applied, setApplied] = useState(false);
  const [request] = useState(() => {
    const key = serviceKeyText(service.key);
    return definitionChange({
      cluster,
      base: revision,
      onApplied: () => setApplied(true),
      change: () =>
        destination
          ? { kind: 'remove-destination', service: key, key: destinationKeyText(destination) }
          : { kind: 'remove-service', key },
    });
  });
  const close = () => {
    // Going elsewhere closes it too; both at once would write the old address over the new one.
    if (applied && onRemoved) onRemoved();
    else onClose();
  };
  const title = destination
    ? destinations('remove', { name: destinationKeyText(destination), service: service.name })
    : services('remove', { name: service.name });
  return (
    <Dialog open drawer onClose={close} title={title} closesOutside={false}>
      <ChangeSteps request={request} onClose={close} />
    </Dialog>
  );
}
