'use client';

import { toast } from 'sonner';
import { useTranslations } from 'use-intl';
import type { DirectorHead } from '../../../domain/display/director-state.ts';
import type { DriftItem } from '../../../domain/drift/drift-item.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { ReasonDialog } from '../reason/reason-dialog.tsx';
import { TargetsList } from './targets-list.tsx';

interface IgnoreDialogProps {
  readonly director: DirectorHead;
  readonly items: readonly DriftItem[];
  readonly onClose: () => void;
}

/** Leaves hand edits on one director as they stand; wants a reason. */
export function IgnoreDialog({ director, items, onClose }: IgnoreDialogProps) {
  const t = useTranslations('drift');
  const { name, cluster } = director;
  return (
    <ReasonDialog
      title={t('ignoreTitle', { director: name })}
      text={t('ignoreText', { director: name })}
      act={t('ignoreNow')}
      onClose={onClose}
      run={async (reason) => {
        const targets = items.map(({ target }) => target);
        await consoleClient().drift.ignore.mutate({ cluster, director: name, targets, reason });
        toast.success(t('ignored', { director: name }));
      }}
    >
      <TargetsList items={items} />
    </ReasonDialog>
  );
}
