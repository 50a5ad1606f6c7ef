'use client';

import { GitCompareArrows } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { StateWord } from '../../ui/state-word.tsx';
import { momentText } from '../numbers/moment-text.ts';
import type { Conflict } from './change-request.ts';

interface ConflictNoticeProps {
  readonly conflict: Conflict;
  readonly back: ReactNode;
  readonly onAgain: () => void;
}

/** Who changed what in the meantime; one's own change can be looked at again on top of it. */
export function ConflictNotice({ conflict, back, onAgain }: ConflictNoticeProps) {
  const t = useTranslations('change');
  const errors = useTranslations('errors');
  const { by, revision, reason, at } = conflict;
  return (
    <>
      <DialogBody className="flex flex-col gap-2">
        <div role="alert" className="flex flex-col gap-2">
          <StateWord tone="warn" icon={GitCompareArrows}>
            {errors('CONFLICT')}
          </StateWord>
          <p>{t('conflict', { by, revision: String(revision), when: momentText(at), reason })}</p>
          <p className="text-ink-2">{t('conflictNote')}</p>
        </div>
      </DialogBody>
      <DialogFoot>
        {back}
        <Button look="primary" onClick={onAgain}>
          {t('again')}
        </Button>
      </DialogFoot>
    </>
  );
}
