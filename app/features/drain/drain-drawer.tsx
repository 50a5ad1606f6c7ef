'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { DrainTarget } from '../../../domain/overlay/overlay.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChangeSteps } from '../change/change-steps.tsx';
import { DrainProgress } from './drain-progress.tsx';
import { type DrainAction, drainRequest } from './drain-request.ts';

interface DrainDrawerProps {
  readonly cluster: string;
  readonly targets: readonly DrainTarget[];
  readonly action: DrainAction;
  /** What is drained, as the title says it. */
  readonly name: string;
  readonly onClose: () => void;
}

/** Drains destinations or a real server, or returns them: preview, reason, apply, and the kernel's answer. */
export function DrainDrawer({ cluster, targets, action, name, onClose }: DrainDrawerProps) {
  const t = useTranslations('drain');
  const [request] = useState(() => drainRequest(cluster, [...targets], action));
  return (
    <Dialog
      open
      drawer
      onClose={onClose}
      title={action === 'drain' ? t('drainTitle', { name }) : t('returnTitle', { name })}
      closesOutside={false}
    >
      <ChangeSteps
        request={request}
        onClose={onClose}
        after={<DrainProgress cluster={cluster} targets={targets} action={action} name={name} />}
      />
    </Dialog>
  );
}
