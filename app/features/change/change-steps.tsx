'use client';

import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Problem } from '../../../domain/definition/change.ts';
import { errorCode } from '../../lib/error-code.ts';
import { Button } from '../../ui/button.tsx';
import { DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { GuardNotice } from '../drain/guard-notice.tsx';
import { ApplyForm } from './apply-form.tsx';
import { ApplyResults } from './apply-results.tsx';
import type { ChangeRequest, Outcome, ReasonDraft } from './change-request.ts';
import { type ChangeStage, simulatedIn } from './change-stage.ts';
import { ConflictStage } from './conflict-stage.tsx';
import { EffectsList } from './effects-list.tsx';
import { goBackChange } from './go-back-change.ts';
import { KeepStage } from './keep-stage.tsx';
import { PlanView } from './plan-view.tsx';
import { ProblemsNotice } from './problems-notice.tsx';
import { ReplayedInPreview } from './replayed-in-preview.tsx';

interface ChangeStepsProps {
  readonly request: ChangeRequest;
  readonly onClose: () => void;
  /** Back to the form that made the change; without it there is none. */
  readonly onEdit?: () => void;
  /** What the console found wrong; true when the form shows it. */
  readonly onProblems?: (problems: readonly Problem[]) => boolean;
  /** The reason that is being written, kept by whoever outlives these steps. */
  readonly reason?: ReasonDraft;
  readonly onApplied?: () => void;
  /** Above the preview: what the change is about. */
  readonly about?: ReactNode;
  /** Above the directors' steps: what goes on after Apply. */
  readonly after?: ReactNode;
}

/** Preview → reason → apply → what becomes of it on each director. */
export function ChangeSteps(props: ChangeStepsProps) {
  const { request, onClose, onEdit, onProblems, reason, onApplied, about, after } = props;
  const t = useTranslations('change');
  const errors = useTranslations('errors');
  const drafts = useTranslations('drafts');
  const guard = useTranslations('drain.guard');
  const [stage, setStage] = useState<ChangeStage>({ at: 'looking' });
  const [attempt, setAttempt] = useState(0);
  const ownReason = useState('');
  const first = useState<string | null>(null);
  const [overGuard, setOverGuard] = useState(false);

  const show = useEffectEvent((preview: Awaited<ReturnType<ChangeRequest['preview']>>) => {
    if (preview.ok) setStage({ at: 'preview', preview });
    else if ('conflict' in preview) setStage({ at: 'conflict', conflict: preview.conflict });
    else if (!onProblems?.(preview.problems)) setStage({ at: 'problems', problems: preview.problems });
  });
  const look = useEffectEvent(() => request.preview());
  // Another attempt looks again.
  useEffect(() => {
    let current = true;
    look().then(
      (preview) => current && show(preview),
      (error) => current && setStage({ at: 'refused', code: errorCode(error) }),
    );
    return () => {
      current = false;
    };
  }, [attempt]);

  const settle = (outcome: Outcome) => {
    if (outcome.ok) {
      setStage({ at: 'applied', outcome, simulated: simulatedIn(stage) });
      onApplied?.();
    } else if ('conflict' in outcome) setStage({ at: 'conflict', conflict: outcome.conflict });
    else if (!onProblems?.(outcome.problems)) setStage({ at: 'problems', problems: outcome.problems });
  };
  const again = () => {
    setStage({ at: 'looking' });
    setAttempt((count) => count + 1);
  };
  const { merging, keeping } = request;
  const edit = onEdit ? <Button onClick={onEdit}>{t('edit')}</Button> : null;

  switch (stage.at) {
    case 'looking':
      return (
        <DialogBody>
          <output className="text-ink-2">{t('previewing')}</output>
        </DialogBody>
      );
    case 'preview': {
      const breaches = stage.preview.guard ?? [];
      return (
        <ApplyForm
          request={request}
          preview={stage.preview}
          back={
            <>
              {edit}
              {keeping ? <Button onClick={() => setStage({ at: 'keeping', keeping })}>{drafts('keep')}</Button> : null}
            </>
          }
          draft={reason ?? ownReason}
          first={first}
          offBecause={breaches.length > 0 && !overGuard ? guard('title') : null}
          overGuard={breaches.length > 0 && overGuard}
          danger={overGuard}
          onOutcome={settle}
          onStale={again}
        >
          {about}
          <GuardNotice breaches={breaches} over={overGuard} onOver={setOverGuard} />
          <EffectsList preview={stage.preview} />
          <PlanView directors={stage.preview.directors} />
          {request.replaying ? (
            <ReplayedInPreview
              cluster={request.cluster}
              replaying={request.replaying}
              directors={stage.preview.directors}
            />
          ) : null}
        </ApplyForm>
      );
    }
    case 'conflict':
      // Without a way to merge there is no base, and so no conflict.
      return merging ? (
        <ConflictStage merging={merging} conflict={stage.conflict} back={edit} goOn={t('again')} onMerged={again} />
      ) : null;
    case 'keeping':
      return (
        <KeepStage
          cluster={request.cluster}
          keeping={stage.keeping}
          back={<Button onClick={again}>{t('backToPreview')}</Button>}
          onClose={onClose}
        />
      );
    case 'problems':
      return <ProblemsNotice problems={stage.problems} back={edit} onAgain={again} />;
    case 'refused':
      return (
        <>
          <DialogBody>
            <p role="alert" className="text-bad">
              {errors(stage.code)}
            </p>
          </DialogBody>
          <DialogFoot>
            {edit}
            <Button look="primary" onClick={again}>
              {t('again')}
            </Button>
          </DialogFoot>
        </>
      );
    case 'applied':
      return (
        <ApplyResults
          cluster={request.cluster}
          outcome={stage.outcome}
          simulated={stage.simulated}
          after={after}
          onGoBack={(revision, base) =>
            setStage({ at: 'going-back', request: goBackChange(request.cluster, base, revision) })
          }
          onClose={onClose}
        />
      );
    case 'going-back':
      return <ChangeSteps key="back" request={stage.request} onClose={onClose} />;
  }
}
