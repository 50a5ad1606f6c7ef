'use client';

import { useTranslations } from 'use-intl';
import type { Problem } from '../../../domain/definition/change.ts';
import { Button } from '../../ui/button.tsx';
import { DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { ProblemsNotice } from '../change/problems-notice.tsx';

interface PreviewPendingProps {
  readonly problems: readonly Problem[];
  readonly refusal: string | null;
  readonly onAgain: () => void;
}

/** In place of a preview that isn't there: it is being made, it can't be, or the console didn't answer. */
export function PreviewPending({ problems, refusal, onAgain }: PreviewPendingProps) {
  const t = useTranslations('change');
  if (problems.length > 0) return <ProblemsNotice problems={problems} back={null} onAgain={onAgain} />;
  if (!refusal)
    return (
      <DialogBody>
        <output className="text-ink-2">{t('previewing')}</output>
      </DialogBody>
    );
  return (
    <>
      <DialogBody>
        <RefusalText>{refusal}</RefusalText>
      </DialogBody>
      <DialogFoot>
        <Button look="primary" onClick={onAgain}>
          {t('again')}
        </Button>
      </DialogFoot>
    </>
  );
}
