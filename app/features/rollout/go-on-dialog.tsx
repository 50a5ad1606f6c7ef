'use client';

import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import type { RolloutView } from '../../../domain/display/views.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { ReasonDialog } from '../reason/reason-dialog.tsx';

interface GoOnDialogProps {
  readonly cluster: string;
  readonly rollout: RolloutView;
  readonly onClose: () => void;
}

/** Lets the waiting directors go on whatever became of the first one; wants a reason. */
export function GoOnDialog({ cluster, rollout, onClose }: GoOnDialogProps) {
  const t = useTranslations('rollout');
  const { revision, first, waiting } = rollout;
  return (
    <ReasonDialog
      title={t('goOnTitle', { waiting: waiting.join(', ') })}
      text={t('goOnText', { revision: String(revision), first })}
      act={t('goOnNow')}
      danger
      onClose={onClose}
      run={async (reason) => {
        await consoleClient().rollout.goOn.mutate({ cluster, reason });
        toast.success(t('goneOn', { revision: String(revision) }));
      }}
    />
  );
}
