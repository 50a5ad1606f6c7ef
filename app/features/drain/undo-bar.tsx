'use client';

import { Undo2, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { useShortcuts } from '../../ui/shortcuts.tsx';
import { useUndo } from './use-undo.ts';

/**
 * What was done a moment ago, and the way back: by the button, or by `z`.
 *
 * A dialog hides it and shows its own button: what stands beside a dialog can't be reached.
 */
export function UndoBar() {
  const t = useTranslations('drain.undo');
  const undo = useUndo();
  useShortcuts({ z: undo?.undo });
  if (!undo) return null;
  const { offer, busy, secondsLeft, dismiss } = undo;
  return (
    <div className="-translate-x-1/2 fixed bottom-3 left-1/2 z-50 flex min-h-10 max-w-[calc(100vw-24px)] items-center gap-3 rounded-md bg-panel py-1.5 pr-1.5 pl-3 shadow-panel max-sm:w-[calc(100vw-24px)] [body:has([role=dialog])_&]:hidden">
      <output className="min-w-0 flex-1 truncate">{t(`did.${offer.did}`, { name: offer.name })}</output>
      <span aria-hidden className="figures w-8 text-right text-ink-3">
        {secondsLeft} s
      </span>
      <Button look="primary" busy={busy} icon={<Undo2 aria-hidden className="size-3.5" />} onClick={undo.undo}>
        {t('undo')}
      </Button>
      <Button
        look="bare"
        className="px-1.5"
        aria-label={t('dismiss')}
        icon={<X aria-hidden className="size-4" />}
        onClick={dismiss}
      />
    </div>
  );
}
