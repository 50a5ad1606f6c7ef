'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ServiceKeyText } from '../../../domain/lvs/service-key.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChangeSteps } from './change-steps.tsx';
import { definitionChange } from './definition-change.ts';

interface RemoveServiceDrawerProps {
  readonly cluster: string;
  /** The revision that the page shows. */
  readonly base: number;
  readonly service: ServiceKeyText;
  readonly name: string;
  readonly onClose: () => void;
}

/** Takes a virtual service out of the definition: straight to the preview. */
export function RemoveServiceDrawer({ cluster, base, service, name, onClose }: RemoveServiceDrawerProps) {
  const t = useTranslations('serviceForm');
  const [request] = useState(() =>
    definitionChange({ cluster, base, change: () => ({ kind: 'remove-service', key: service }) }),
  );
  return (
    <Dialog open drawer onClose={onClose} title={t('remove', { name })} closesOutside={false}>
      <ChangeSteps request={request} onClose={onClose} />
    </Dialog>
  );
}
