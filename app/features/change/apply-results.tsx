'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { useFocusAtStart } from '../../ui/use-focus-at-start.ts';
import { ApplyProgressView } from './apply-progress-view.tsx';
import type { Outcome } from './change-request.ts';
import { useFollow } from './use-follow.ts';

interface ApplyResultsProps {
  readonly cluster: string;
  readonly outcome: Extract<Outcome, { ok: true }>;
  /** Directors without a kernel behind them. */
  readonly simulated: ReadonlySet<string>;
  /** What goes on after the steps: connections that end. */
  readonly after?: ReactNode;
  readonly onClose: () => void;
}

/** After Apply: every director's steps as they are done, and what the kernel says then. */
export function ApplyResults({ cluster, outcome, simulated, after, onClose }: ApplyResultsProps) {
  const t = useTranslations('change');
  const progress = useFollow(cluster, outcome.generation);
  // The change is made: Enter closes.
  const done = useFocusAtStart<HTMLButtonElement>();
  const generation = String(outcome.generation);
  return (
    <>
      <DialogBody className="flex flex-col gap-4">
        <p className="text-ink-2">
          {outcome.revision === null
            ? t('appliedDrain', { generation })
            : t('applied', { revision: String(outcome.revision), generation })}
        </p>
        {after}
        {progress?.length === 0 ? <p>{t('noDirector')}</p> : null}
        {progress?.map((one) => (
          <ApplyProgressView key={one.director} progress={one} simulated={simulated.has(one.director)} />
        ))}
      </DialogBody>
      <DialogFoot>
        <Button ref={done} look="primary" onClick={onClose}>
          {t('done')}
        </Button>
      </DialogFoot>
    </>
  );
}
