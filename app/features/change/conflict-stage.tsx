'use client';

import { useQuery } from '@tanstack/react-query';
import { GitCompareArrows } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Definition } from '../../../domain/definition/definition.ts';
import { useRefusalText } from '../../lib/use-refusal-text.ts';
import { DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { RefusalText } from '../../ui/refusal-text.tsx';
import { StateWord } from '../../ui/state-word.tsx';
import { MergeStage } from '../merge/merge-stage.tsx';
import { momentText } from '../numbers/moment-text.ts';
import type { ChangeRequest, Conflict } from './change-request.ts';

interface ConflictStageProps {
  readonly merging: NonNullable<ChangeRequest['merging']>;
  readonly conflict: Conflict;
  readonly back: ReactNode;
  /** What the button says that goes on with both. */
  readonly goOn: string;
  /** Both are one change now, on the newer revision. */
  readonly onMerged: () => void;
}

/** Somebody else wrote a revision in the meantime: both changes, and what becomes of the two together. */
export function ConflictStage({ merging, conflict, back, goOn, onMerged }: ConflictStageProps) {
  const t = useTranslations('change');
  const errors = useTranslations('errors');
  const words = useTranslations('merge');
  const refusalText = useRefusalText();
  const { by, revision, reason, at } = conflict;
  // Another conflict with the same revision is between other sides.
  const sides = useQuery({
    queryKey: ['merge sides', useId(), revision],
    queryFn: () => merging.sides(revision),
    gcTime: 0,
  });
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = async (merged: Definition) => {
    setBusy(true);
    setRefusal(null);
    try {
      await merging.take(revision, merged);
      onMerged();
    } catch (error) {
      setRefusal(refusalText(error));
      setBusy(false);
    }
  };
  const told = (
    <>
      <StateWord tone="warn" icon={GitCompareArrows}>
        {errors('CONFLICT')}
      </StateWord>
      <p>{t('conflict', { by, revision: String(revision), when: momentText(at), reason })}</p>
      <p className="text-ink-2">{t('conflictNote')}</p>
      <RefusalText>{refusal}</RefusalText>
    </>
  );
  if (sides.data)
    return (
      <MergeStage
        sides={sides.data}
        by={by}
        at={at}
        back={back}
        goOn={goOn}
        busy={busy}
        onMerged={(merged) => void take(merged)}
      >
        {told}
      </MergeStage>
    );
  return (
    <>
      <DialogBody className="flex flex-col gap-2">
        <div role="alert" className="flex flex-col gap-1">
          {told}
        </div>
        {sides.error ? (
          <p className="text-bad">{words('failed')}</p>
        ) : (
          <output className="text-ink-2">{words('reading')}</output>
        )}
      </DialogBody>
      <DialogFoot>{back}</DialogFoot>
    </>
  );
}
