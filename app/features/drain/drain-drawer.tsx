'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Problem } from '../../../domain/definition/change.ts';
import type { DrainTarget, Overlay } from '../../../domain/overlay/overlay.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ApplyResults } from '../change/apply-results.tsx';
import type { Outcome } from '../change/change-request.ts';
import { ProblemsNotice } from '../change/problems-notice.tsx';
import { DrainForm } from './drain-form.tsx';
import { DrainProgress } from './drain-progress.tsx';
import type { DrainAction } from './drain-request.ts';
import { ManyProgress } from './many-progress.tsx';
import { ReturnForm } from './return-form.tsx';
import { UndoButton } from './undo-button.tsx';

export interface DrainAsked {
  readonly action: DrainAction;
  readonly targets: readonly DrainTarget[];
  /** All that lies over them now. */
  readonly overlays: readonly Overlay[];
  /** What they are, as the title says it. */
  readonly name: string;
  /** Whether they are checked; null where that isn't known here. */
  readonly checked: boolean | null;
}

interface DrainDrawerProps extends DrainAsked {
  readonly cluster: string;
  readonly onClose: () => void;
}

/** Each real server that is followed by itself is a view of its own, made every second. */
const mostFollowed = 4;

type Stage =
  | { readonly at: 'form' }
  | { readonly at: 'problems'; readonly problems: readonly Problem[] }
  | {
      readonly at: 'applied';
      readonly outcome: Extract<Outcome, { ok: true }>;
      readonly simulated: ReadonlySet<string>;
    };

/** Drains destinations or real servers, or returns them: how, what it means, why, and then what becomes of it. */
export function DrainDrawer(props: DrainDrawerProps) {
  const { cluster, action, name, checked, onClose } = props;
  const t = useTranslations('drain');
  // As they were when it opened: what was just drained is still what the drawer is about.
  const [{ targets, overlays }] = useState(props);
  const [stage, setStage] = useState<Stage>({ at: 'form' });
  const draft = useState('');
  const settle = (outcome: Outcome, simulated: ReadonlySet<string>) => {
    if (outcome.ok) setStage({ at: 'applied', outcome, simulated });
    else if ('problems' in outcome) setStage({ at: 'problems', problems: outcome.problems });
  };
  const about = { cluster, name, draft, onOutcome: settle };
  const names = targets.flatMap((target) => (target.kind === 'real-server' ? [target.name] : []));
  return (
    <Dialog
      open
      drawer
      onClose={onClose}
      title={action === 'drain' ? t('drainTitle', { name }) : t('returnTitle', { name })}
      closesOutside={false}
    >
      {stage.at === 'problems' ? (
        <ProblemsNotice problems={stage.problems} back={null} onAgain={() => setStage({ at: 'form' })} />
      ) : stage.at === 'applied' ? (
        <ApplyResults
          cluster={cluster}
          outcome={stage.outcome}
          simulated={stage.simulated}
          after={
            names.length > mostFollowed ? (
              <ManyProgress cluster={cluster} names={names} />
            ) : (
              <DrainProgress cluster={cluster} targets={targets} action={action} name={name} />
            )
          }
          beside={<UndoButton onUndone={onClose} />}
          // A drain goes to all directors at once: none is held back.
          onGoBack={() => undefined}
          onClose={onClose}
        />
      ) : action === 'drain' ? (
        <DrainForm {...about} targets={targets} />
      ) : (
        <ReturnForm {...about} overlays={overlays} checked={checked} />
      )}
    </Dialog>
  );
}
