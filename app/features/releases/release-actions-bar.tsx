'use client';

import { FastForward, type LucideIcon, Pause, Play, RotateCcw, SkipForward, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ReleaseActionName } from '../../../domain/release/release-actions.ts';
import type { ReleaseView } from '../../../domain/release/release-view.ts';
import { consoleClient } from '../../lib/console-client.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import { ReasonDialog } from '../reason/reason-dialog.tsx';

const icons: Record<ReleaseActionName, LucideIcon> = {
  continue: Play,
  halt: Pause,
  resume: FastForward,
  retry: RotateCcw,
  skip: SkipForward,
  'roll-back': Undo2,
};

/** What there is to do while it runs, and what while it is halted; the rest would only be off. */
const shownFor = (halted: boolean): readonly ReleaseActionName[] =>
  halted ? ['resume', 'retry', 'skip', 'roll-back'] : ['continue', 'halt', 'skip', 'roll-back'];

/** What people can do with a release now; what is off says why. */
export function ReleaseActionsBar({ view }: { readonly view: ReleaseView }) {
  const t = useTranslations('releases');
  const lacks = useLacks('operator');
  const [asked, setAsked] = useState<ReleaseActionName | null>(null);
  const { actions, state, plan } = view;
  const halted = state.status === 'halted';
  return (
    <>
      {shownFor(halted).map((name) => {
        const Icon = icons[name];
        const obstacle = actions[name];
        const primary = name === (halted ? 'resume' : 'continue') && !obstacle;
        return (
          <Button
            key={name}
            look={primary ? 'primary' : name === 'roll-back' ? 'danger' : 'plain'}
            icon={<Icon aria-hidden className="size-3.5" />}
            offBecause={lacks ?? (obstacle ? t(`obstacle.${obstacle}`) : null)}
            onClick={() => setAsked(name)}
          >
            {t(`action.${name}`)}
          </Button>
        );
      })}
      {asked ? (
        <ReasonDialog
          title={t(`action.${asked}`)}
          text={t(`actionText.${asked}`)}
          act={t(`action.${asked}`)}
          danger={asked === 'roll-back'}
          onClose={() => setAsked(null)}
          run={async (reason) => {
            await act(asked, { id: plan.id, reason, wave: state.wave });
          }}
        />
      ) : null}
    </>
  );
}

function act(name: ReleaseActionName, asked: { id: string; reason: string; wave: number }): Promise<unknown> {
  const { releases } = consoleClient();
  switch (name) {
    case 'continue':
      return releases.continue.mutate(asked);
    case 'halt':
      return releases.halt.mutate(asked);
    case 'resume':
      return releases.resume.mutate(asked);
    case 'retry':
      return releases.retry.mutate(asked);
    case 'skip':
      return releases.skip.mutate(asked);
    case 'roll-back':
      return releases.rollBack.mutate(asked);
  }
}
