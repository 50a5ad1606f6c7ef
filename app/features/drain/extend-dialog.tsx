'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { consoleClient } from '../../lib/console-client.ts';
import { ReasonDialog } from '../reason/reason-dialog.tsx';
import { DeadlineFields } from './deadline-fields.tsx';
import type { DrainLine } from './drain-line.ts';
import { type DrainSettings, deadlineIn, gentleDrain } from './drain-settings.ts';
import { isOperators } from './is-operators.ts';

interface ExtendDialogProps {
  readonly cluster: string;
  readonly line: DrainLine;
  readonly onClose: () => void;
}

/** Gives a drain more time, or none to end by. */
export function ExtendDialog({ cluster, line, onClose }: ExtendDialogProps) {
  const t = useTranslations('drain');
  const { name, overlays, drain } = line;
  const [settings, setSettings] = useState<DrainSettings>({
    ...gentleDrain,
    deadline: '10 min',
    atDeadline: drain?.atDeadline ?? 'ask',
  });
  const { atDeadline } = settings;
  const seconds = deadlineIn(settings);
  return (
    <ReasonDialog
      title={t('extend.title', { name })}
      text={t('extend.text')}
      act={t('extend.act')}
      offBecause={seconds === undefined ? t('deadlineWrong') : null}
      onClose={onClose}
      run={async (reason) => {
        const ids = overlays.filter(isOperators).map(({ id }) => id);
        await consoleClient().drains.change.mutate({ cluster, ids, deadlineIn: seconds ?? null, atDeadline, reason });
      }}
    >
      <DeadlineFields settings={settings} onChange={(part) => setSettings((before) => ({ ...before, ...part }))} />
    </ReasonDialog>
  );
}
