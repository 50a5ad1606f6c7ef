'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isDrain } from '../../../domain/overlay/overlay.ts';
import { useLacks } from '../../lib/viewer.tsx';
import { Button } from '../../ui/button.tsx';
import type { DrainLine } from './drain-line.ts';
import { isOperators } from './is-operators.ts';

const DrainDrawer = dynamic(() => import('./drain-drawer.tsx').then((module) => module.DrainDrawer), { ssr: false });
const ExtendDialog = dynamic(() => import('./extend-dialog.tsx').then((module) => module.ExtendDialog), { ssr: false });
const CutDialog = dynamic(() => import('./cut-dialog.tsx').then((module) => module.CutDialog), { ssr: false });
const HoldersDrawer = dynamic(() => import('./holders-drawer.tsx').then((module) => module.HoldersDrawer), {
  ssr: false,
});

type Opened = 'holders' | 'extend' | 'cut' | 'return';

/** What can be done about a drain that is on its way. */
export function DrainLineActions({ cluster, line }: { readonly cluster: string; readonly line: DrainLine }) {
  const t = useTranslations('drain.now');
  const lacks = useLacks('operator');
  // As it was when it opened: what returned meanwhile is still what the dialog is about.
  const [opened, setOpened] = useState<{ kind: Opened; line: DrainLine } | null>(null);
  const { name, drain, overlays, destinations } = line;
  const own = overlays.filter(isOperators);
  const notOwn = own.length === 0 && overlays.some(isDrain) ? t('releases') : null;
  const left = drain === null || drain.phase === 'drained' ? t('doneAlready') : null;
  const cut = drain?.mode === 'cut' ? t('cutAlready') : null;
  const buttons: readonly { kind: Opened; off: string | null; shown: boolean }[] = [
    { kind: 'holders', off: left, shown: destinations.length > 0 },
    { kind: 'extend', off: lacks ?? notOwn ?? cut ?? left, shown: true },
    { kind: 'cut', off: lacks ?? notOwn ?? cut ?? left, shown: true },
    { kind: 'return', off: lacks ?? notOwn, shown: true },
  ];
  const close = () => setOpened(null);
  return (
    <span className="flex flex-wrap gap-0.5 max-sm:w-full max-sm:gap-2 max-sm:pt-1">
      {overlays.some(isDrain)
        ? buttons
            .filter(({ shown }) => shown)
            .map(({ kind, off }) => (
              <Button
                key={kind}
                look="bare"
                className={`!h-6 px-1.5 max-sm:!h-9 max-sm:!border-line-strong ${off ? '' : kind === 'cut' ? '!text-bad' : '!text-accent'}`}
                offBecause={off}
                aria-label={t('actionsOf', { action: t(kind).replace('…', ''), name })}
                onClick={() => setOpened({ kind, line })}
              >
                {t(kind)}
              </Button>
            ))
        : null}
      {opened?.kind === 'holders' ? <HoldersDrawer line={opened.line} onClose={close} /> : null}
      {opened?.kind === 'extend' ? <ExtendDialog cluster={cluster} line={opened.line} onClose={close} /> : null}
      {opened?.kind === 'cut' ? <CutDialog cluster={cluster} line={opened.line} onClose={close} /> : null}
      {opened?.kind === 'return' ? (
        <DrainDrawer
          {...{ cluster, name, action: 'return', onClose: close }}
          targets={opened.line.overlays.filter(isOperators).map(({ target }) => target)}
          overlays={opened.line.overlays}
          checked={opened.line.checked}
        />
      ) : null}
    </span>
  );
}
