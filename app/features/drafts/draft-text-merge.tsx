'use client';

import { useTranslations } from 'use-intl';
import type { Definition } from '../../../domain/definition/definition.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import type { MergeSides } from '../change/change-request.ts';
import { MergeStage } from '../merge/merge-stage.tsx';

interface DraftTextMergeProps {
  readonly sides: MergeSides;
  readonly by: string;
  readonly at: number;
  readonly busy: boolean;
  readonly refusal: string | null;
  readonly onMerged: (merged: Definition) => void;
  readonly onClose: () => void;
}

/** Somebody else changed the draft while its text was edited: both changes, put together. */
export function DraftTextMerge({ sides, by, at, busy, refusal, onMerged, onClose }: DraftTextMergeProps) {
  const t = useTranslations('drafts');
  return (
    <Dialog open drawer onClose={onClose} title={t('textMergeTitle', { by })} closesOutside={false}>
      <MergeStage sides={sides} by={by} at={at} back={null} goOn={t('put')} busy={busy} onMerged={onMerged}>
        <p>{t('movedText', { by })}</p>
        <RefusalText>{refusal}</RefusalText>
      </MergeStage>
    </Dialog>
  );
}
