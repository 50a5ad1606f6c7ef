'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DestinationKeyText } from '../../../domain/lvs/destination-key.ts';
import type { ServiceKeyText } from '../../../domain/lvs/service-key.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChangeSteps } from './change-steps.tsx';
import { definitionChange } from './definition-change.ts';

interface RemoveDestinationDrawerProps {
  readonly cluster: string;
  /** The revision that the page shows. */
  readonly base: number;
  readonly service: ServiceKeyText;
  readonly serviceName: string;
  readonly destination: DestinationKeyText;
  readonly onClose: () => void;
}

/** Takes a destination out of its virtual service: straight to the preview. */
export function RemoveDestinationDrawer(props: RemoveDestinationDrawerProps) {
  const { cluster, base, service, serviceName, destination, onClose } = props;
  const t = useTranslations('destinationForm');
  const [request] = useState(() =>
    definitionChange({ cluster, base, change: () => ({ kind: 'remove-destination', service, key: destination }) }),
  );
  return (
    <Dialog
      open
      drawer
      onClose={onClose}
      title={t('remove', { name: destination, service: serviceName })}
      closesOutside={false}
    >
      <ChangeSteps request={request} onClose={onClose} />
    </Dialog>
  );
}
