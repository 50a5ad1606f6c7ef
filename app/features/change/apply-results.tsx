'use client';

import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { useFocusAtStart } from '../../ui/use-focus-at-start.ts';
import { ApplyProgressView } from './apply-progress-view.tsx';
import type { Outcome } from './change-request.ts';
import { HeldDirectors } from './held-directors.tsx';
import { useFollow } from './use-follow.ts';

interface ApplyResultsProps {
  readonly cluster: string;
  readonly outcome: Extract<Outcome, { ok: true }>;
  /** Directors without a kernel behind them. */
  readonly simulated: ReadonlySet<string>;
  /** What goes on after the steps: connections that end. */
  readonly after?: ReactNode;
  /** Beside Done: what can still be done about it. */
  readonly beside?: ReactNode;
  /** To an earlier revision, on top of the one that was just applied. */
  readonly onGoBack: (revision: number, base: number) => void;
  readonly onClose: () => void;
}

/** After Apply: every director's steps as they are done, and what the kernel says then. */
export function ApplyResults(props: ApplyResultsProps) {
  const { cluster, outcome, simulated, after, beside, onGoBack, onClose } = props;
  const t = useTranslations('change');
  const [followed, setFollowed] = useState(outcome.generation);
  const progress = useFollow(cluster, followed);
  // The change is made: Enter closes.
  const done = useFocusAtStart<HTMLButtonElement>();
  const generation = String(followed);
  const { revision } = outcome;
  return (
    <>
      <DialogBody className="flex flex-col gap-4">
        <p className="text-ink-2">
          {revision === null
            ? t('appliedDrain', { generation })
            : t('applied', { revision: String(revision), generation })}
        </p>
        {after}
        {progress ? (
          <HeldDirectors cluster={cluster} progress={progress} onGoOn={setFollowed} onGoBack={onGoBack} />
        ) : null}
        {progress?.length === 0 ? <p>{t('noDirector')}</p> : null}
        {progress?.map((one) => (
          <ApplyProgressView key={one.director} progress={one} simulated={simulated.has(one.director)} />
        ))}
      </DialogBody>
      <DialogFoot>
        {beside}
        <Button ref={done} look="primary" onClick={onClose}>
          {t('done')}
        </Button>
      </DialogFoot>
    </>
  );
}
