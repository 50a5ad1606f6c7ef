'use client';

import { Undo2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../../ui/button.tsx';
import { useUndo } from './use-undo.ts';

/** The way back inside the dialog in which something was done; nothing when its time is over. */
export function UndoButton({ onUndone }: { readonly onUndone: () => void }) {
  const t = useTranslations('drain.undo');
  const undo = useUndo(onUndone);
  if (!undo) return null;
  return (
    <Button
      className="mr-auto"
      busy={undo.busy}
      icon={<Undo2 aria-hidden className="size-3.5" />}
      aria-label={t('undo')}
      onClick={undo.undo}
    >
      {t('undo')} <span className="figures w-8 text-right text-ink-3">{undo.secondsLeft} s</span>
    </Button>
  );
}
