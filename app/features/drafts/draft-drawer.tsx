'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Draft } from '../../../domain/draft/draft.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChangeSteps } from '../change/change-steps.tsx';
import { draftChange } from './draft-change.ts';

interface DraftDrawerProps {
  readonly cluster: string;
  readonly draft: Draft;
  readonly onMoved: () => void;
  readonly onApplied: () => void;
  readonly onClose: () => void;
}

/** Applies a draft, after a look at what that does. */
export function DraftDrawer({ cluster, draft, onMoved, onApplied, onClose }: DraftDrawerProps) {
  const t = useTranslations('drafts');
  // As it was when the drawer opened: the steps keep up with it themselves.
  const [{ title }] = useState(draft);
  const [request] = useState(() => draftChange({ cluster, draft, onMoved, onApplied }));
  return (
    <Dialog open drawer onClose={onClose} title={t('applyTitle', { title })} closesOutside={false}>
      <ChangeSteps request={request} onClose={onClose} />
    </Dialog>
  );
}
